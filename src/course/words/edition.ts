/** Which course this is: a statement of what was shown names it. */
export const edition = { version: '0.1.0', checked: '2026-11-23' } as const
