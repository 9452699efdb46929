import { words } from './words.ts'

/**
 * Which policy refused, read from AWS's message: it names the side, so a learner can find the policy that decides.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function deniedBy(message: string): string | undefined {
  if (message.includes(HIDDEN)) return words.denied.hidden
  const [, explicit, missing] = SIDE.exec(message) ?? []
  const side = explicit ?? missing
  if (side === undefined || !Object.hasOwn(words.denied.sides, side)) return undefined
  const { denies, silent } = words.denied.sides[side as keyof typeof words.denied.sides]
  return explicit === undefined ? silent : denies
}

const HIDDEN = 'because the resource does not exist in this Region'
const SIDE =
  /(?:with an explicit deny in an? ([a-z-]+(?: control)? ?policy)|because no ([a-z-]+(?: control)? ?policy) allows)/
