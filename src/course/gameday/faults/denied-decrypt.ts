import { ACCOUNT } from '../../account-view.ts'
import { keyOf, must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { newest, succeededAs } from '../repairs.ts'
import { importedAndFilled } from '../scene-keys.ts'

interface Statement {
  readonly Effect: string
}

/** G-12: somebody tightened the key policy and meant well. */
export const deniedDecrypt: Fault = {
  id: 'G-12',
  family: 'policy',
  levels: [1, 2, 3],
  side: true,
  shows: [],
  build: async (scene) => void (await importedAndFilled(scene)),
  async break({ stage, service }) {
    const KeyId = stage.arn(service.key)
    const { Policy } = await stage.call('GetKeyPolicy', { KeyId }, 'KeyAdmin')
    const policy = JSON.parse(Policy as string) as { readonly Statement: readonly unknown[] }
    const narrower = {
      ...policy,
      Statement: [
        ...policy.Statement,
        {
          Sid: 'OnlyPeopleMayDecrypt',
          Effect: 'Deny',
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/AppRole` },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
    }
    await stage.call('PutKeyPolicy', { KeyId, Policy: JSON.stringify(narrower, null, 2) }, 'KeyAdmin')
  },
  chat: ({ reader, writer }) =>
    `Ben: “\`${reader}\` gets \`AccessDeniedException\`. \`${writer}\` still writes. Same role.”`,
  cause: 'A new key policy denies Decrypt to AppRole',
  because: 'An explicit Deny in the key policy wins over every Allow. The key itself is Enabled.',
  misconception: 'M-09',
  who: 'admin',
  code: 'AccessDeniedException',
  prevents: 'A second pair of eyes on every PutKeyPolicy, with a test call as AppRole',
  preventsBecause: 'One Decrypt as AppRole after the change would have shown the Deny.',
  evidence: (view, { key }) => newest(view, key, succeededAs('PutKeyPolicy')),
  repaired(view, { key }) {
    const record = view.key(key)
    return (
      view.state(key) === 'Enabled' &&
      record !== undefined &&
      view.may('AppRole', 'Decrypt', record.arn) &&
      !view.may('Auditor', 'Decrypt', record.arn)
    )
  },
  async cure(player, service) {
    const KeyId = keyOf(player, service.key).arn
    const { Policy } = await must(player, 'GetKeyPolicy', { KeyId })
    const policy = JSON.parse(Policy as string) as { readonly Statement: readonly Statement[] }
    const wider = { ...policy, Statement: policy.Statement.filter(({ Effect }) => Effect !== 'Deny') }
    await must(player, 'PutKeyPolicy', { KeyId, Policy: JSON.stringify(wider) })
  },
  target: 5,
  hints: [
    '`GetKeyPolicy`, then `PutKeyPolicy` without the statement that denies.',
    'Take the policy from GetKeyPolicy, remove the statement OnlyPeopleMayDecrypt, and write the rest back unchanged.',
  ],
}
