import { KmsError } from './errors.ts'
import type { Caller } from './trail.ts'

/** How a refusal begins, whatever its reason. */
export const notAuthorized = ({ principal }: Caller, action: string) =>
  `User: ${principal.arn} is not authorized to perform: kms:${action}`

/**
 * F-636: what is said of keys of other accounts, whether they are there or not, so that nobody learns which.
 * A key found through a ciphertext is named as such (F-635).
 */
export const outOfSight = (caller: Caller, action: string, byCiphertext = false): KmsError =>
  new KmsError(
    'AccessDeniedException',
    `${notAuthorized(caller, action)} on ${byCiphertext ? 'the resource associated with this ciphertext' : 'this resource'} because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  )
