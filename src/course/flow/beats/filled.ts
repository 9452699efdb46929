import { keyState } from '../../../kms/key.ts'
import type { Beat } from '../flow-definition.ts'
import { timeLeft, utc } from '../flow-words.ts'
import { MATERIAL_DAYS } from './send-both.ts'

export const filled: Beat = {
  id: 'filled',
  title: 'Filled',
  at: 'key',
  claims: ['material-id-field', 'expiry-is-assumed', 'imported-durability'],
  controls: [
    {
      input: 'ending',
      legend: 'Does the material end?',
      from: 6,
      choices: [
        { value: 'date', label: `After ${MATERIAL_DAYS} days` },
        { value: 'none', label: 'It has no date' },
      ],
    },
  ],
  async run(stage, facts) {
    if (!facts.key) throw new TypeError('there is no key to describe')
    return { ...facts, described: await stage.call('DescribeKey', { KeyId: facts.key.arn }) }
  },
  caption: ({ facts }) =>
    facts.answer?.error
      ? 'Still empty. KMS refused the import, so nothing changed.'
      : 'The key works. You still own the original, and its safe keeping.',
  moved: ({ facts: { key } }) =>
    key && keyState(key) === 'Enabled'
      ? 'The material went from the KMS HSM into the key, encrypted again inside the HSM. The key is Enabled.'
      : 'Nothing moved. The key is still PendingImport.',
  values: ({ facts: { described, now } }) => {
    const metadata = (described?.output?.KeyMetadata ?? {}) as Readonly<Record<string, unknown>>
    const { KeyState, CurrentKeyMaterialId: id, ExpirationModel, ValidTo } = metadata
    return [
      { label: 'KeyState', value: String(KeyState), typed: true as const },
      ...(typeof id === 'string'
        ? [{ label: 'Material ID', value: `${id.slice(0, 16)}…`, typed: true as const }]
        : []),
      ...(typeof ExpirationModel === 'string'
        ? [{ label: 'Expiration', value: ExpirationModel, typed: true as const }]
        : []),
      ...(typeof ValidTo === 'number'
        ? [
            { label: 'ValidTo', value: utc(ValidTo) },
            { label: 'Left', value: timeLeft(ValidTo - now) },
          ]
        : []),
    ]
  },
}
