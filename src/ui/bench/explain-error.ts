import { errorAtlas, type ErrorExplained } from '../../course/error-atlas.ts'
import { deniedBy } from './denied-by.ts'
import { words } from './words.ts'

/** What was wrong with the name of a key, read from the message of the service. */
function badIdentifier(code: string, message: string): string | undefined {
  if (code === 'NotFoundException' && message.startsWith('Invalid keyId ')) return words.identifiers.noKeyId
  if (code === 'InvalidArnException' && message.startsWith('Key Aliases are not supported'))
    return words.identifiers.noAlias
  return undefined
}

/** A plain line about a refusal, where no coach knows better: what it means and what to look at. */
export function explainError(code: string, operation: string, message = ''): string | undefined {
  const here = words.errors[`${code}/${operation}`]
  if (here !== undefined) return here
  const named = badIdentifier(code, message)
  if (named !== undefined) return named
  const side = code === 'AccessDeniedException' ? deniedBy(message) : undefined
  if (side !== undefined) return side
  const explained = Object.hasOwn(errorAtlas, code)
    ? (errorAtlas as Readonly<Record<string, ErrorExplained>>)[code]
    : undefined
  return explained && `${explained.means} ${explained.lookAt}`
}
