import { keyState } from '../../../kms/key.ts'
import { days, minutes } from '../../../world/clock.ts'
import type { Beat, FlowCall, FlowFacts, FlowInputs, FlowStage } from '../flow-definition.ts'
import { explainAgain } from '../explain-refusal.ts'
import { utc } from '../flow-words.ts'
import { parametersFor } from './box-and-label.ts'
import { MATERIAL_BYTES } from './your-bytes.ts'

/** Without a date a year goes by, to show that time alone takes nothing. */
const A_YEAR = days(365)

export const theFuse: Beat = {
  id: 'the-fuse',
  title: 'The fuse',
  at: 'key',
  claims: ['expiry-empties-the-key', 'expiry-record', 'same-bytes-only', 'deletion-of-material'],
  controls: [
    {
      input: 'again',
      legend: 'Bring it back',
      choices: [
        { value: 'none', label: 'Leave it empty' },
        { value: 'same', label: 'The original from your HSM' },
        { value: 'other', label: 'Other bytes' },
        { value: 'new', label: 'Other bytes, as NEW' },
      ],
    },
  ],
  async run(stage, facts, inputs) {
    if (!facts.key || facts.answer?.error) return facts
    const from = stage.now
    const ended = await endOf(stage, facts, facts.key.arn)
    const next = { ...facts, ended: { ...ended, from } }
    return inputs.again === 'none'
      ? next
      : { ...next, again: await importAgain(stage, facts, facts.key.arn, inputs) }
  },
  caption: ({ inputs, facts: { ended } }) =>
    !ended
      ? 'No material came in, so there is none to end.'
      : inputs.ending === 'none'
        ? 'A year took nothing: there was no date. One call emptied the slot. Same bytes bring it back. Other bytes do not.'
        : 'Same bytes bring it back. Other bytes do not.',
  moved: (frame) => {
    const { ended, again, key } = frame.facts
    if (!ended) return 'Nothing moved. The slot is as empty as before.'
    const end =
      ended.by === 'date'
        ? 'The clock ran to ValidTo, and KMS deleted the material by itself.'
        : 'The clock ran for a year. Then DeleteImportedKeyMaterial emptied the slot.'
    return again ? `${end} ${explainAgain(frame)}` : `${end} The key is ${key ? keyState(key) : 'gone'}.`
  },
  values: ({ facts: { ended, trail, again, key } }) => {
    const record = ended && trail[ended.event - 1]
    return [
      ...(record
        ? [
            { label: 'eventName', value: record.eventName, typed: true as const },
            { label: 'Record', value: `${ended.event}, ${record.eventType}` },
            { label: 'When', value: utc(Date.parse(record.eventTime)) },
          ]
        : []),
      ...(again
        ? [{ label: 'Again', value: again.error?.code ?? 'ImportKeyMaterial: success', typed: true as const }]
        : []),
      { label: 'KeyState', value: key ? keyState(key) : '', typed: true as const },
    ]
  },
}

async function endOf(
  stage: FlowStage,
  { letter }: FlowFacts,
  keyArn: string,
): Promise<{ readonly by: 'date' | 'hand'; readonly event: number }> {
  const validTo = letter?.input.ValidTo
  if (typeof validTo === 'number') {
    await stage.moveClock(validTo + minutes(1))
    const at = stage.trail().findLastIndex(({ eventName }) => eventName === 'DeleteExpiredKeyMaterial')
    if (at < 0) throw new TypeError('the material did not end on its date')
    return { by: 'date', event: at + 1 }
  }
  await stage.moveClock(stage.now + A_YEAR)
  const call = await stage.call('DeleteImportedKeyMaterial', { KeyId: keyArn })
  if (call.error) throw new Error(`not deleted: ${call.error.code}`)
  return { by: 'hand', event: call.event }
}

/** The whole way once more: new parameters, a new box, a new request. */
async function importAgain(
  stage: FlowStage,
  { original }: FlowFacts,
  keyArn: string,
  inputs: FlowInputs,
): Promise<FlowCall> {
  const other = stage.random(MATERIAL_BYTES)
  const material = inputs.again === 'same' && original ? original : other
  const { set } = await parametersFor(stage, keyArn, inputs)
  return stage.call('ImportKeyMaterial', {
    KeyId: keyArn,
    ImportToken: set.token,
    EncryptedKeyMaterial: await stage.wrap(set.publicKey, material, inputs.hash),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    ...(inputs.again === 'new' ? { ImportType: 'NEW_KEY_MATERIAL' } : {}),
  })
}
