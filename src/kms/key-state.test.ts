import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { score } from '../world/testing/score.ts'
import type { KmsError } from './errors.ts'
import type { KeyState, Origin } from './key.ts'
import { keyStateRules, type RuledOperation } from './key-state.ts'
import { operations } from './operations/index.ts'
import { testAccount } from './testing/account.ts'
import { keyInState } from './testing/key-in-state.ts'
import { KIND, requests } from './testing/requests.ts'
import { fidelityRow, keyless, stateCells, stateColumns, type StateCell } from './testing/state-cells.ts'

const FOR_IMPORTED = ['DeleteImportedKeyMaterial', 'GetParametersForImport', 'ImportKeyMaterial']
const ON_PRIMARIES = ['ReplicateKey', 'UpdatePrimaryRegion']

/** The origin of a key that can be in that state and that the operation is for. */
function originFor(operation: string, state: KeyState): Origin {
  if (state === 'Unavailable') return 'AWS_CLOUDHSM'
  return state === 'PendingImport' || FOR_IMPORTED.includes(operation) ? 'EXTERNAL' : 'AWS_KMS'
}

/** An operation on a key that is really in that state, and what came of it. */
async function attempt(operation: string, state: KeyState, origin: Origin) {
  const account = testAccount()
  const kind = KIND[operation] ?? 'symmetric'
  const key = await keyInState(account, {
    state,
    kind,
    origin,
    multiRegion: ON_PRIMARIES.includes(operation),
  })
  const input = await requests[operation as RuledOperation](key, account)
  const answer = await account.call(operation, input, key.as).then(
    () => 'Y' as const,
    ({ code, message }: KmsError) => ({ code, message }),
  )
  return { key, answer }
}

const SAYS: Readonly<Record<string, string>> = {
  3: 'is pending deletion.',
  4: 'is not pending deletion.',
  5: 'is pending import.',
  11: 'is unavailable.',
  14: 'is creating.',
  15: 'is updating.',
}

/** What a note of the page says, in the words recorded from AWS (section 6 of the facts). */
function byNote(note: string, state: KeyState, origin: Origin, arn: string) {
  if (note === 'Y') return 'Y'
  if (note === '1') return { code: 'DisabledException', message: `${arn} is disabled.` }
  if (['6', '7', '9'].includes(note))
    return {
      code: 'UnsupportedOperationException',
      message: `${arn} origin is ${origin} which is not valid for this operation.`,
    }
  const says =
    state === 'PendingReplicaDeletion' && note === '3' ? 'is pending replica deletion.' : SAYS[note]
  return { code: 'KMSInvalidStateException', message: `${arn} ${says}` }
}

/** The state does not refuse these; something else does, which such a key cannot avoid. */
const allowedButEmpty: Readonly<Record<string, string>> = {
  // A key that is being made has no grants yet.
  'RetireGrant Creating': 'InvalidGrantIdException',
  'RevokeGrant Creating': 'InvalidGrantIdException',
}

describe('the key-state table', () => {
  it('decides 448 cells: 355 that a key can be in, 13 that none of the operation’s kind can, 80 of operations without a key', () => {
    const tried = new Set(stateCells.map(({ operation, state }) => `${operation} ${state}`))
    expect(tried.size).toBe(stateCells.length)
    expect(stateCells).toHaveLength(355)
    expect(Object.keys(keyStateRules)).toHaveLength(46)
    expect([...Object.keys(keyStateRules), ...keyless].sort()).toEqual([...operations.keys()].sort())
    expect((46 + keyless.length) * stateColumns.length).toBe(448)
  })

  it('links a source in every cell, and a row of the list of differences where AWS leaves it open', () => {
    const fidelity = readFileSync(new URL('../../docs/fidelity.md', import.meta.url), 'utf8')
    for (const cell of stateCells) expect(cell.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/kms\//)
    const open = stateCells.filter((cell) => cell.undecided)
    expect(open).toHaveLength(57)
    for (const cell of open) expect(fidelity, cell.operation).toContain(`| \`${fidelityRow(cell)}\` |`)
  })

  it.for(stateCells.map((cell) => [`${cell.operation} on a key that is ${cell.state}`, cell] as const))(
    '%s does what the table says',
    async ([, cell], { task }) => {
      const { operation, state, answer: note } = cell
      const origin = originFor(operation, state)
      const { key, answer } = await attempt(operation, state, origin)
      const other = allowedButEmpty[`${operation} ${state}`]
      if (other) expect(answer).toMatchObject({ code: other })
      else expect(answer).toEqual(byNote(note, state, origin, key.arn))
      if (cell.byOrigin) await expectRefusalByOrigin(cell, cell.byOrigin)
      score(task, 'S5', { executed: 1, expected: 1 })
    },
  )

  it('asks ReEncrypt for both keys', async () => {
    const account = testAccount()
    const from = await keyInState(account, { state: 'Enabled', kind: 'symmetric', origin: 'AWS_KMS' })
    const { id } = await account.createKey()
    await account.call('DisableKey', { KeyId: from.id })
    await expect(
      account.call('ReEncrypt', { CiphertextBlob: from.ciphertext, DestinationKeyId: id }),
    ).rejects.toMatchObject({ code: 'DisabledException', message: `${from.arn} is disabled.` })
  })

  it('lets an alias leave a key that is pending deletion (note 10)', async () => {
    const account = testAccount()
    const { as } = await keyInState(account, {
      state: 'PendingDeletion',
      kind: 'symmetric',
      origin: 'AWS_KMS',
    })
    const { id } = await account.createKey()
    await account.call('UpdateAlias', { AliasName: 'alias/used', TargetKeyId: id }, as)
    expect((await account.call('ListAliases', { KeyId: id })).Aliases).toHaveLength(1)
  })

  it('takes the deletion of a key back whose store is not connected (note 13)', async () => {
    const account = testAccount()
    const { id } = await keyInState(account, {
      state: 'Unavailable',
      kind: 'symmetric',
      origin: 'AWS_CLOUDHSM',
    })
    await account.call('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 })
    expect(await account.state(id)).toBe('PendingDeletion')
    await account.call('CancelKeyDeletion', { KeyId: id })
    expect(await account.state(id)).toBe('Unavailable')
  })
})

/** Notes 7 and 9: the same cell for a key whose material KMS does not hold alone, or did not get from outside. */
async function expectRefusalByOrigin({ operation, state }: StateCell, note: '7' | '9'): Promise<void> {
  const origin = note === '7' ? 'AWS_CLOUDHSM' : 'AWS_KMS'
  const { key, answer } = await attempt(operation, state, origin)
  expect(answer).toEqual(byNote(note, state, origin, key.arn))
}
