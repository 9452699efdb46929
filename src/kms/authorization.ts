import type { Instant } from '../world/clock.ts'
import type { GrantRecord } from './grant.ts'
import type { KeyRecord } from './key.ts'
import type { TableReader } from './tables.ts'
import type { Caller } from './trail.ts'

/** May this caller do this? Asked once the key is found and before its origin and state are looked at (F-334). */
export interface AccessQuestion {
  readonly caller: Caller
  /** The API operation that is running */
  readonly operation: string
  /** The permission asked for, without `kms:`; most carry the operation's name, ReEncrypt has two of its own */
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  /** The key in question; absent for operations without one, whose resource is `*` */
  readonly key?: KeyRecord
  /** How the request names the key, as typed: an alias matters to `kms:RequestAlias` */
  readonly identifier?: string
  /** The request names no key: it was found through its ciphertext (F-635) */
  readonly byCiphertext?: true
  /** The resource is this alias, not a key */
  readonly aliasArn?: string
  /** The grant to retire: it says itself who may */
  readonly grant?: GrantRecord
  /** Would a policy that is about to be written let the caller write the next one? The key carries it already */
  readonly lockout?: true
  readonly reader: TableReader
  readonly now: Instant
}

/**
 * Decides it. KMS knows keys, key policies and grants as data; who a principal is and what other policies say is
 * known above, so the answer comes from there.
 * @throws KmsError AccessDeniedException
 */
export type Authorize = (question: AccessQuestion) => void
