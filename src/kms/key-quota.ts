import { KmsError } from './errors.ts'
import { keysTable } from './key.ts'
import type { Limits } from './limits.ts'
import type { TableReader } from './tables.ts'

/**
 * F-1001: customer managed keys of an account in a Region, in whatever state.
 * @throws KmsError LimitExceededException when one more would be too many
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export function requireKeyQuota(
  reader: TableReader,
  { accountId, region }: { readonly accountId: string; readonly region: string },
  { keys: most }: Limits,
): void {
  if (reader.size(keysTable(accountId, region)) >= most) throw new KmsError('LimitExceededException')
}
