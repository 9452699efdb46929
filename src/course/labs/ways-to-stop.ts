import type { Prediction, Step } from '../lab-definition.ts'

/** One of the four: what stops the key, how the refusal is called, what brings it back. */
export interface Way {
  readonly key: 'Ka' | 'Kb' | 'Kc' | 'Kd'
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly predictions: readonly [state: Prediction, error: Prediction]
  readonly stoppedBy: string
  readonly stopSays: string
  readonly stopLookAt: string
  readonly refusal: 'DisabledException' | 'KMSInvalidStateException'
  readonly undoneBy: readonly string[]
  readonly undoSays: string
  readonly undoLookAt: string
  readonly hints: Step['hints']
}

const state = (key: string, asks: string, options: Prediction['options']): Prediction => ({
  id: `${key}-state`,
  asks,
  options,
})
const error = (key: string, asks: string, options: Prediction['options']): Prediction => ({
  id: `${key}-error`,
  asks,
  options,
})

export const ways: readonly Way[] = [
  {
    key: 'Ka',
    id: 'disable',
    title: 'Disable Ka, then make its record readable again',
    text: [
      'Commit to both answers first. Then disable `Ka`, try to decrypt `ka-object.enc`, and undo it.',
      'Disabling is a switch on the KMS key. Look at what stays in the socket.',
    ],
    predictions: [
      state('ka', 'Which state does Ka have after DisableKey?', [
        {
          id: 'disabled',
          text: 'Disabled',
          correct: true,
          because: 'The switch is off. The material stays where it is.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          misconception: 'M-09',
          because: 'The material would have to be gone for that. Disabling takes nothing out.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          misconception: 'M-08',
          because: 'Only ScheduleKeyDeletion starts that countdown.',
        },
      ]),
      error('ka', 'Which answer does a Decrypt with Ka get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          correct: true,
          because: 'The exception names the state: the key is there, it is switched off.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          misconception: 'M-09',
          because: 'An empty key would answer that way. This one is full.',
        },
        {
          id: 'plaintext',
          text: 'the plaintext; only Encrypt is stopped',
          misconception: 'M-10',
          because: 'A disabled key does no cryptographic work at all, in neither direction.',
        },
      ]),
    ],
    stoppedBy: 'DisableKey',
    stopSays: 'Ka was Disabled by your call.',
    stopLookAt: 'DisableKey takes the key.',
    refusal: 'DisabledException',
    undoneBy: ['EnableKey'],
    undoSays: 'Ka is Enabled again.',
    undoLookAt: 'The opposite of DisableKey is one call and needs no bytes.',
    hints: [
      'Run DescribeKey on `Ka` after each call and compare KeyState.',
      '`DisableKey`, then `Decrypt` with `ka-object.enc`, then `EnableKey`.',
      '`aws kms disable-key --key-id <ARN of Ka>`, `aws kms decrypt --ciphertext-blob fileb://ka-object.enc`, `aws kms enable-key --key-id <ARN of Ka>`',
    ],
  },
  {
    key: 'Kb',
    id: 'delete-material',
    title: 'Take the material out of Kb, then bring it back',
    text: [
      'Commit first. Then delete the imported material of `Kb` and try to decrypt `kb-object.enc`.',
      'The original bytes are in your file `kb-material.bin`. Bringing them back is a whole import: new parameters, wrap, import. Wrap on the Bench or with your own `openssl`.',
      'Deleting material takes effect at once. Objects stay, nobody can read them. Undo: import the same bytes.',
    ],
    predictions: [
      state('kb', 'Which state does Kb have after DeleteImportedKeyMaterial?', [
        {
          id: 'disabled',
          text: 'Disabled',
          misconception: 'M-09',
          because: 'Someone would have to call DisableKey for that. Here the socket is empty.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          correct: true,
          because: 'The KMS key, its ARN and its policy stay. It waits for its bytes.',
        },
        {
          id: 'gone',
          text: 'none, the key is gone',
          misconception: 'M-08',
          because: 'Material and key are two things. Only key deletion removes the key.',
        },
      ]),
      error('kb', 'Which answer does a Decrypt with Kb get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          misconception: 'M-09',
          because: 'That is the answer of a key that is switched off. Kb is switched on and empty.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because: 'Its text says that the key is pending import.',
        },
        {
          id: 'not-found',
          text: 'NotFoundException',
          misconception: 'M-08',
          because: 'The KMS key would have to be gone. It is still there, with the same ARN.',
        },
      ]),
    ],
    stoppedBy: 'DeleteImportedKeyMaterial',
    stopSays: 'The material of Kb was deleted by your call.',
    stopLookAt: 'DeleteImportedKeyMaterial takes the key.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['ImportKeyMaterial'],
    undoSays: 'Kb is Enabled again, with its original bytes.',
    undoLookAt: 'Import the bytes of kb-material.bin with new parameters.',
    hints: [
      'Run DescribeKey on `Kb`: which fields are missing now, and which stayed?',
      '`DeleteImportedKeyMaterial`; to undo: `GetParametersForImport`, wrap `kb-material.bin`, `ImportKeyMaterial`.',
      '`aws kms get-parameters-for-import --key-id <ARN of Kb> --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072`, then the wrapping line of lab L2.2, then `aws kms import-key-material --key-id <ARN of Kb> --encrypted-key-material fileb://wrapped.bin --import-token fileb://ImportToken.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`',
    ],
  },
  {
    key: 'Kc',
    id: 'let-it-expire',
    title: 'Let the material of Kc expire, then bring it back',
    text: [
      'The material of `Kc` has an expiration date; DescribeKey shows it as ValidTo. Commit first. Then move the clock past that date and try to decrypt `kc-object.enc`.',
      'Nobody calls anything at that moment. Look in the trail for what KMS wrote there by itself.',
      'The original bytes are in `kc-material.bin`.',
    ],
    predictions: [
      state('kc', 'Which state does Kc have after its expiration date?', [
        {
          id: 'disabled',
          text: 'Disabled',
          misconception: 'M-11',
          because: 'Expiry does not touch the switch. It empties the socket.',
        },
        {
          id: 'pending-import',
          text: 'Pending import',
          correct: true,
          because: 'The same state as after a deletion by hand. The trail tells the two apart.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          misconception: 'M-11',
          because: 'Expiry ends the material, never the KMS key.',
        },
      ]),
      error('kc', 'Which answer does a Decrypt with Kc get then?', [
        {
          id: 'disabled',
          text: 'DisabledException',
          misconception: 'M-11',
          because: 'Someone would have to disable the key. Expiry does not.',
        },
        {
          id: 'plaintext',
          text: 'the plaintext; only Encrypt is stopped',
          misconception: 'M-30',
          because: 'Without material there is nothing to decrypt with either.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because: 'To the caller it looks the same as a deletion: the key is pending import.',
        },
      ]),
    ],
    stoppedBy: 'DeleteExpiredKeyMaterial',
    stopSays: 'The material of Kc expired on its date.',
    stopLookAt:
      'Move the clock past the date that DescribeKey shows as ValidTo. If none is left, import the bytes again with one.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['ImportKeyMaterial'],
    undoSays: 'Kc is Enabled again, with its original bytes.',
    undoLookAt: 'Import the bytes of kc-material.bin with new parameters, and a date in the future or none.',
    hints: [
      'Look at ValidTo of `Kc`, then at the preview beside the clock.',
      'Move the clock past ValidTo; to undo: `GetParametersForImport`, wrap `kc-material.bin`, `ImportKeyMaterial`.',
      '`aws kms describe-key --key-id <ARN of Kc>` shows the date. Afterwards the same three steps as for `Kb`, with `kc-material.bin`.',
    ],
  },
  {
    key: 'Kd',
    id: 'schedule-deletion',
    title: 'Schedule the deletion of Kd, then save it in time',
    text: [
      'Commit first. Then schedule the deletion of `Kd` with a waiting period of 7 days and try to decrypt `kd-object.enc`.',
      'Save the key before the period ends: after that the KMS key and everything encrypted under it are lost, even though you hold the bytes.',
      'Undo takes two calls. Look at the state after the first one.',
    ],
    predictions: [
      state('kd', 'Which state does Kd have after ScheduleKeyDeletion?', [
        {
          id: 'enabled',
          text: 'Enabled until the last day',
          misconception: 'M-10',
          because: 'The waiting period is for changing your mind, not for more work. The key stops at once.',
        },
        {
          id: 'pending-deletion',
          text: 'Pending deletion',
          correct: true,
          because: 'The countdown runs and the key does no work meanwhile.',
        },
        {
          id: 'gone',
          text: 'none, the key is gone',
          misconception: 'M-08',
          because: 'There is no immediate deletion. The shortest waiting period is 7 days.',
        },
      ]),
      error('kd', 'Which answer does a Decrypt with Kd get during the waiting period?', [
        {
          id: 'plaintext',
          text: 'the plaintext, until the last day',
          misconception: 'M-10',
          because: 'Cryptographic work stops when deletion is scheduled, not when it happens.',
        },
        {
          id: 'not-found',
          text: 'NotFoundException',
          misconception: 'M-08',
          because: 'The key would have to be gone. That comes after the waiting period.',
        },
        {
          id: 'invalid-state',
          text: 'KMSInvalidStateException',
          correct: true,
          because:
            'Its text says that the key is pending deletion. The guide of AWS allows DisabledException as well; this one is what people report.',
        },
      ]),
    ],
    stoppedBy: 'ScheduleKeyDeletion',
    stopSays: 'Kd was scheduled for deletion by your call.',
    stopLookAt: 'ScheduleKeyDeletion takes the key and a window of 7 days.',
    refusal: 'KMSInvalidStateException',
    undoneBy: ['CancelKeyDeletion', 'EnableKey'],
    undoSays: 'Kd is Enabled again: the deletion was cancelled and the key was enabled.',
    undoLookAt: 'Cancelling gives back a Disabled key; one more call is needed.',
    hints: [
      'Run DescribeKey on `Kd` after each call; DeletionDate shows how long you have.',
      '`ScheduleKeyDeletion` with 7 days, then `CancelKeyDeletion`, then `EnableKey`.',
      '`aws kms schedule-key-deletion --key-id <ARN of Kd> --pending-window-in-days 7`, `aws kms cancel-key-deletion --key-id <ARN of Kd>`, `aws kms enable-key --key-id <ARN of Kd>`',
    ],
  },
]
