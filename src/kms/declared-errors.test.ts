import { describe, expect, it } from 'vitest'
import { score } from '../world/testing/score.ts'
import type { KmsErrorCode } from './errors.ts'
import api from './fixtures/kms-api.json' with { type: 'json' }
import { stories, usual, type Provocation } from './testing/provocations.ts'
import { storeStories } from './testing/store-provocations.ts'

const declared = Object.entries(api.operations).flatMap(([operation, { errors }]) =>
  errors.map((error) => [operation, error as KmsErrorCode] as const),
)

const allStates = 'the key-state table answers it in every state'
const otherwise = 'AWS’s recorded answer to what would cause it is another exception'
const unknown = 'no source says what causes it'

/** Declared, and yet nothing that is known of AWS answers with it. */
const causedByNothing: Readonly<Record<string, string>> = {
  'CreateAlias InvalidAliasNameException': otherwise,
  'CreateKey InvalidArnException': unknown,
  'DeleteAlias KMSInvalidStateException': allStates,
  'DescribeKey InvalidArnException': unknown,
  'EnableKey LimitExceededException': unknown,
  'GetKeyPolicy KMSInvalidStateException': allStates,
  'GetKeyRotationStatus KMSInvalidStateException': allStates,
  'GetPublicKey DisabledException': allStates,
  'GetPublicKey InvalidArnException': unknown,
  'GetPublicKey InvalidKeyUsageException': 'pairs of every usage have a public key',
  'ListGrants KMSInvalidStateException': allStates,
  'ListKeyPolicies KMSInvalidStateException': allStates,
  'ListKeyRotations KMSInvalidStateException': allStates,
  'ListRetirableGrants InvalidArnException': unknown,
  'ListRetirableGrants NotFoundException': unknown,
  'PutKeyPolicy KMSInvalidStateException': allStates,
  'PutKeyPolicy UnsupportedOperationException': unknown,
  'RetireGrant KMSInvalidStateException': allStates,
  'RevokeGrant KMSInvalidStateException': allStates,
  'TagResource LimitExceededException': otherwise,
  'UntagResource TagException': unknown,
}

const TRANSIENT = ['DependencyTimeoutException', 'KMSInternalException', 'KeyUnavailableException']

const provocationOf = (operation: string, error: KmsErrorCode): Provocation | undefined => {
  const name = `${operation} ${error}`
  if (name in causedByNothing) return undefined
  return stories[name] ?? storeStories[name] ?? usual(operation, error)
}

const provoked = declared.flatMap(([operation, error]) => {
  const provoke = provocationOf(operation, error)
  return provoke ? [[`${operation} ${error}`, error, provoke] as const] : []
})

describe('errors that operations declare', () => {
  it('are 410: 113 transient ones, 276 that a caller causes, 21 that nothing known causes', () => {
    expect(declared).toHaveLength(410)
    const missing = declared.filter(([operation, error]) => !provocationOf(operation, error))
    expect(missing.map((pair) => pair.join(' ')).sort()).toEqual(Object.keys(causedByNothing).sort())
    expect(missing).toHaveLength(21)
    expect(provoked.filter(([, error]) => TRANSIENT.includes(error))).toHaveLength(113)
    expect(provoked.filter(([, error]) => !TRANSIENT.includes(error))).toHaveLength(276)
  })

  it.for(provoked)('%s is provoked', async ([, error, provoke], { task }) => {
    await expect(provoke()).rejects.toMatchObject({ name: 'KmsError', code: error })
    score(task, 'S6', { executed: 1, expected: 1 })
  })
})
