import type { AccessQuestion } from '../kms/authorization.ts'
import type { TableReader } from '../kms/tables.ts'
import type { Caller } from '../kms/trail.ts'
import type { Instant } from '../world/clock.ts'

/** What every request has, also one to a service beside KMS. */
export interface Circumstances {
  readonly caller: Caller
  readonly now: Instant
  readonly reader: TableReader
  readonly input?: AccessQuestion['input']
  readonly key?: AccessQuestion['key']
}

type Type = 'String' | 'ARN' | 'Boolean' | 'Numeric' | 'Date' | 'IP address'

/** One condition key. Of a key that ends in `:` or `/` the customer chooses the rest; `from` gets it in lower case. */
export interface ConditionKey<Of> {
  readonly key: string
  readonly type: Type
  /** May have several values: policies ask with ForAnyValue or ForAllValues */
  readonly many?: true
  /** Fact of the ledger, or the part of AWS's page of condition keys */
  readonly source: string
  /** Undefined: the request does not have it */
  readonly from: (of: Of, name: string) => unknown
}

export const conditionKey = <Of>(
  name: string,
  type: Type,
  source: string,
  from: ConditionKey<Of>['from'],
  many?: true,
): ConditionKey<Of> => ({ key: name, type, source, from, ...(many ? { many } : {}) })

/** Names in condition keys know no case, and so neither does the part that the customer chose (guide, conditions-kms). */
export function named(map: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(map).find((each) => each.toLowerCase() === name)
  return found === undefined ? undefined : map[found]
}
