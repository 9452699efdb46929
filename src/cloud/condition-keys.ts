import type { AccessQuestion } from '../kms/authorization.ts'
import type { Circumstances, ConditionKey } from './condition-key.ts'
import { globalConditionKeys } from './global-condition-keys.ts'
import { kmsConditionKeys } from './kms-condition-keys.ts'
import type { RequestContext } from './policy-conditions.ts'

export const conditionKeys: readonly Omit<ConditionKey<never>, 'from'>[] = [
  ...kmsConditionKeys,
  ...globalConditionKeys,
]

type Entry = ConditionKey<AccessQuestion>
const isOpen = ({ key: name }: Pick<Entry, 'key'>) => /[:/]$/.test(name)
const all = [...kmsConditionKeys, ...(globalConditionKeys as unknown as readonly Entry[])]
const plain = new Map(all.filter((entry) => !isOpen(entry)).map((entry) => [entry.key.toLowerCase(), entry]))
const open = all.filter(isOpen).map((entry) => ({ ...entry, key: entry.key.toLowerCase() }))

/** A key that nobody knows has no value: its condition fails, as with AWS, unless it is negated or IfExists. */
function valuesOf(of: AccessQuestion, name: string): readonly string[] | undefined {
  const entry = plain.get(name) ?? open.find(({ key: prefix }) => name.startsWith(prefix))
  const value = entry?.from(of, isOpen(entry) ? name.slice(entry.key.length) : '')
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) return [String(value)]
  return value.length > 0 ? value.map(String) : undefined
}

export const contextOfRequest =
  (question: AccessQuestion): RequestContext =>
  (name) =>
    valuesOf(question, name)

/** Of a request to a service beside KMS: what is said of every request, and nothing of keys. */
export const contextOfService =
  (circumstances: Circumstances): RequestContext =>
  (name) =>
    name.startsWith('kms:') ? undefined : valuesOf(circumstances as AccessQuestion, name)
