import type { Bytes } from '../../../bytes/bytes.ts'
import { days } from '../../../world/clock.ts'
import type { FlowCall, FlowInputs, FlowStage, ParameterSet, Beat } from '../flow-definition.ts'
import { endsOf, timeLeft, utc } from '../flow-words.ts'
import { wrappingAlgorithm } from './ask-for-parameters.ts'

/** Public key and token for a key, asked for as the custodian does. @throws when KMS refuses */
export async function parametersFor(
  stage: FlowStage,
  keyArn: string,
  { hash, spec }: FlowInputs,
): Promise<{ readonly set: ParameterSet; readonly call: FlowCall }> {
  const call = await stage.call('GetParametersForImport', {
    KeyId: keyArn,
    WrappingAlgorithm: wrappingAlgorithm(hash),
    WrappingKeySpec: spec,
  })
  if (!call.output) throw new Error(`no parameters: ${call.error?.code}`)
  const { PublicKey, ImportToken, ParametersValidTo } = call.output
  return {
    call,
    set: {
      publicKey: PublicKey as Bytes,
      token: ImportToken as Bytes,
      issuedAt: call.at,
      validTo: ParametersValidTo as number,
    },
  }
}

export const boxAndLabel: Beat = {
  id: 'box-and-label',
  title: 'Box and label',
  at: 'wire',
  claims: ['parameters-24-hours', 'unwrapped-in-the-hsm'],
  controls: [
    {
      input: 'wait',
      legend: 'Set a fault here',
      choices: [
        { value: 'none', label: 'None' },
        { value: 'day', label: 'Wait 24 hours' },
      ],
    },
  ],
  async run(stage, facts, inputs) {
    if (!facts.key) throw new TypeError('there is no key to ask for')
    const { set } = await parametersFor(stage, facts.key.arn, inputs)
    if (inputs.wait === 'day') await stage.moveClock(set.issuedAt + days(1))
    return { ...facts, set }
  },
  caption:
    'The public half travels. The private half was born in the HSM and stays there. The label ties this box to this key for 24 hours.',
  moved: ({ facts: { set } }) =>
    `Public key, ${set?.publicKey.length} bytes, and import token came back from the KMS API to the workstation.`,
  values: ({ facts: { set, now } }) =>
    set
      ? [
          { label: 'Public key', value: `${set.publicKey.length} bytes, DER` },
          { label: 'Its ends', value: endsOf(set.publicKey), typed: true },
          { label: 'Import token', value: `${set.token.length} bytes, simulated` },
          { label: 'Valid to', value: utc(set.validTo) },
          { label: 'Left', value: now < set.validTo ? timeLeft(set.validTo - now) : 'nothing, it is over' },
        ]
      : [],
}
