/** Until the atlas of errors is there. */
export const explainError = (_code: string, _operation: string): string | undefined => undefined
