import { words } from './words.ts'

/** One plain line about a refusal, where no coach knows better: what it means and what to look at. */
export function explainError(code: string, operation: string): string | undefined {
  const says: Readonly<Record<string, string>> = words.errors
  return says[`${code}/${operation}`] ?? says[code]
}
