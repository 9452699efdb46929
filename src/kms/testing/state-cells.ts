import type { KeyState } from '../key.ts'

/** The guide's columns; it has one for the two pending deletions, and names neither of them apart. */
export const stateColumns = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingReplicaDeletion',
  'PendingImport',
  'Unavailable',
  'Creating',
  'Updating',
] as const satisfies readonly KeyState[]

export const STATE_TABLE = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html'

/**
 * Typed from the guide's table (read 2026-11-23), columns as above. `Y` works; a number is the note of the page that
 * says how it fails; `Y/9` works unless note 9 says no, which is about the key's origin; `-` is a state that no key of
 * the operation's kind can be in; `?` marks a cell that AWS leaves open or contradicts elsewhere (see `fidelityRow`).
 */
const typed = `
CancelKeyDeletion                    4    4    Y    Y   4  4  4   4
CreateAlias                          Y    Y    3    3   Y  Y  Y   Y
CreateGrant                          Y    1    3?   3?  5  Y  14  Y
Decapsulate                          Y?   1?   3?   3?  -  -  14? Y?
Decrypt                              Y    1    3?   3?  5  11 14  Y
DeleteAlias                          Y    Y    Y    Y   Y  Y  Y   Y
DeleteImportedKeyMaterial            Y/9  Y/9  Y/9  Y/9 Y  -  14  15
DeriveSharedSecret                   Y    1    3?   3?  5  -  14  Y
DescribeKey                          Y    Y    Y    Y   Y  Y  Y   Y
DisableKey                           Y    Y    3    3   5  Y  14  15
DisableKeyRotation                   Y/7  1/7  3/7  3   6  7  14  Y
EnableKey                            Y    Y    3    3   5  Y  14  15
EnableKeyRotation                    Y/7  1/7  3/7  3   6  7  14  Y
Encapsulate                          Y?   1?   3?   3?  -  -  14? Y?
Encrypt                              Y    1    3?   3?  5  11 14  Y
GenerateDataKey                      Y    1    3?   3?  5  11 14  Y
GenerateDataKeyPair                  Y/7  1/7  3?/7 3?  5  7  14  Y
GenerateDataKeyPairWithoutPlaintext  Y/7  1/7  3?/7 3?  5  7  14  Y
GenerateDataKeyWithoutPlaintext      Y    1    3?   3?  5  11 14  Y
GenerateMac                          Y    1    3?   3?  5  -  14  Y
GetKeyLastUsage                      Y?   Y?   Y?   Y?  Y? Y? Y?  Y?
GetKeyPolicy                         Y    Y    Y    Y   Y  Y  Y   Y
GetKeyRotationStatus                 Y/7  Y/7  Y/7  Y   6? 7  Y   Y
GetParametersForImport               Y/9  Y?/9 3/9  3/9 Y  9  14  15
GetPublicKey                         Y    Y?   3?   3?  Y? -  14  Y
ImportKeyMaterial                    Y/9  Y?/9 3/9  3/9 Y  9  14  Y
ListAliases                          Y    Y    Y    Y   Y  Y  Y   Y
ListGrants                           Y    Y    Y    Y   Y  Y  Y   Y
ListKeyPolicies                      Y    Y    Y    Y   Y  Y  Y   Y
ListKeyRotations                     Y/7  Y/7  Y/7  Y   Y  7  Y   Y
ListResourceTags                     Y    Y    Y    Y   Y  Y  Y   Y
PutKeyPolicy                         Y    Y    Y    Y   Y  Y  Y   Y
ReEncrypt                            Y    1    3?   3?  5  11 14  Y
ReplicateKey                         Y    1    3?   3?  5  -  14  15
RetireGrant                          Y    Y    Y    Y   Y  Y  Y   Y
RevokeGrant                          Y    Y    Y    Y   Y  Y  Y   Y
RotateKeyOnDemand                    Y/7  1/7  3/7  3   5  7  14  Y
ScheduleKeyDeletion                  Y    Y    3    3   Y  Y  Y   15
Sign                                 Y    1    3?   3?  5  -  14  Y
TagResource                          Y    Y    3    3   Y  Y  Y   Y
UntagResource                        Y    Y    3    3   Y  Y  Y   Y
UpdateAlias                          Y    Y    3    3   Y  Y  Y   Y
UpdateKeyDescription                 Y    Y    3    3   Y  Y  Y   Y
UpdatePrimaryRegion                  Y    1    3?   3?  5  -  14  Y
Verify                               Y    1    3?   3?  5  -  14  Y
VerifyMac                            Y    1    3?   3?  5  -  14  Y
`

/** Operations that work on no key, so that no state can stop them. */
export const keyless = [
  'ConnectCustomKeyStore',
  'CreateCustomKeyStore',
  'CreateKey',
  'DeleteCustomKeyStore',
  'DescribeCustomKeyStores',
  'DisconnectCustomKeyStore',
  'GenerateRandom',
  'ListKeys',
  'ListRetirableGrants',
  'UpdateCustomKeyStore',
] as const

export interface StateCell {
  readonly operation: string
  readonly state: KeyState
  /** `Y`, or the note that says how it fails */
  readonly answer: string
  /** The note that a key of the wrong origin fails with instead */
  readonly byOrigin?: '7' | '9'
  readonly undecided: boolean
  readonly source: string
}

/** Newer than the copy of the guide that was read (F-418). */
const NEWER = ['Decapsulate', 'Encapsulate', 'GetKeyLastUsage']
const sourceOf = (operation: string) =>
  NEWER.includes(operation)
    ? `https://docs.aws.amazon.com/kms/latest/APIReference/API_${operation}.html`
    : STATE_TABLE

/** Every cell that a key can be in. */
export const stateCells: readonly StateCell[] = typed
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [operation = '', ...cells] = line.split(/\s+/)
    if (cells.length !== stateColumns.length) throw new Error(`${operation} has ${cells.length} cells`)
    return cells.flatMap((cell, i): StateCell[] => {
      if (cell === '-') return []
      const [answer = '', byOrigin] = cell.replace('?', '').split('/')
      return [
        {
          operation,
          state: stateColumns[i] as KeyState,
          answer,
          ...(byOrigin ? { byOrigin: byOrigin as '7' | '9' } : {}),
          undecided: cell.includes('?'),
          source: sourceOf(operation),
        },
      ]
    })
  })

/** The row of docs/fidelity.md that tells of a cell marked with `?`. */
export const fidelityRow = (cell: StateCell): string => {
  if (cell.operation === 'GetPublicKey' && cell.state === 'Disabled') return 'public-key-disabled'
  if (cell.operation === 'GetPublicKey' && cell.state === 'PendingImport') return 'public-key-empty'
  if (cell.operation === 'GetKeyRotationStatus') return 'rotation-status-external'
  if (cell.operation.endsWith('Import') || cell.operation.startsWith('Import')) return 'disabled-import'
  if (NEWER.includes(cell.operation)) return 'states-of-new-operations'
  return 'pending-deletion-code'
}
