import { errorAtlas, type ErrorExplained } from '../../course/error-atlas.ts'
import { deniedBy } from './denied-by.ts'
import { words } from './words.ts'

/** A plain line about a refusal, where no coach knows better: what it means and what to look at. */
export function explainError(code: string, operation: string, message = ''): string | undefined {
  const here = words.errors[`${code}/${operation}`]
  if (here !== undefined) return here
  const side = code === 'AccessDeniedException' ? deniedBy(message) : undefined
  if (side !== undefined) return side
  const explained = Object.hasOwn(errorAtlas, code)
    ? (errorAtlas as Readonly<Record<string, ErrorExplained>>)[code]
    : undefined
  return explained && `${explained.means} ${explained.lookAt}`
}
