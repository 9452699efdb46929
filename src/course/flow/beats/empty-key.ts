import type { Beat } from '../flow-definition.ts'
import { externalKey } from '../external-key.ts'

export const emptyKey: Beat = {
  id: 'empty-key',
  title: 'An empty key',
  at: 'key',
  claims: ['new-external-key', 'origin-is-fixed'],
  controls: [
    {
      input: 'probe',
      legend: 'Try it now',
      choices: [
        { value: 'none', label: 'Leave it empty' },
        { value: 'encrypt', label: 'Try Encrypt now' },
      ],
    },
  ],
  async run(stage, facts, { probe }) {
    const key = await externalKey(stage, 'Fernhill Trials, imported material')
    if (probe === 'none') return { ...facts, key }
    const tried = await stage.call(
      'Encrypt',
      { KeyId: key.arn, Plaintext: new TextEncoder().encode('visit 7') },
      'AppRole',
    )
    return { ...facts, key, probe: tried }
  },
  caption: 'KMS made the lock, not the key. The slot stays empty until you fill it.',
  moved: ({ facts }) =>
    facts.probe
      ? 'CreateKey went from the workstation to the KMS API. Then the application asked for Encrypt.'
      : 'CreateKey went from the workstation to the KMS API. A KMS key without material appeared.',
  values: ({ facts: { key, probe } }) => [
    { label: 'KeyId', value: key?.id ?? '', typed: true },
    { label: 'Origin', value: key?.origin ?? '', typed: true },
    { label: 'Material', value: 'none, in a slot for 32 bytes' },
    ...(probe ? [{ label: 'Encrypt', value: probe.error?.code ?? 'answered', typed: true as const }] : []),
  ],
}
