/** What can be opened on the stage. */
export const inspectable = ['request', 'public-key', 'token', 'material', 'wrapped', 'gates', 'log'] as const
export type Inspected = (typeof inspectable)[number]
