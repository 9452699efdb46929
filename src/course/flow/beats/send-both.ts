import { days } from '../../../world/clock.ts'
import type { Beat } from '../flow-definition.ts'
import { timeLeft, utc } from '../flow-words.ts'
import { keyB } from '../key-b.ts'

/** How long the material is to stay, counted from the sending. */
export const MATERIAL_DAYS = 30

export const sendBoth: Beat = {
  id: 'send-both',
  title: 'Send both',
  at: 'wire',
  claims: ['parameters-24-hours', 'expiry-is-assumed', 'at-most-365-days'],
  controls: [
    {
      input: 'sending',
      legend: 'Set a fault here',
      choices: [
        { value: 'right', label: 'None' },
        { value: 'swap-token', label: 'Swap the token for key B’s' },
        { value: 'yesterday', label: 'Send yesterday’s pair' },
      ],
    },
  ],
  note: 'The calls also run inside TLS, which hides them from Eve. The list leaves TLS away, to show what holds without it.',
  async run(stage, facts, inputs) {
    const { set, closed, key } = facts
    if (!set || !closed || !key) throw new TypeError('there is no pair to send')
    if (inputs.sending === 'yesterday') await stage.moveClock(stage.now + days(1))
    const token = inputs.sending === 'swap-token' ? (await keyB(stage, inputs)).token : set.token
    const input = {
      KeyId: key.arn,
      ImportToken: token,
      EncryptedKeyMaterial: closed.blob,
      ...(inputs.ending === 'date'
        ? { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: wholeSecond(stage.now + days(MATERIAL_DAYS)) }
        : { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }),
    }
    const { working: _removed, ...rest } = facts
    return { ...rest, letter: { input, blob: closed.blob, token } }
  },
  caption: 'Eve may copy all of it and still holds nothing usable.',
  moved: ({ inputs, facts: { letter } }) =>
    `The box, ${letter?.blob.length} bytes, and ${
      inputs.sending === 'swap-token' ? 'the token of key B' : 'the token'
    } are on the wire from the workstation to the KMS API. The working copy on the workstation was removed.`,
  values: ({ facts: { letter, set, now } }) => [
    { label: 'Operation', value: 'ImportKeyMaterial', typed: true },
    { label: 'Box', value: `${letter?.blob.length} bytes` },
    { label: 'Token', value: `${letter?.token.length} bytes` },
    {
      label: 'Label age',
      value: set ? `${timeLeft(now - set.issuedAt)}; it holds 24 h` : '',
    },
    {
      label: 'ValidTo',
      value: typeof letter?.input.ValidTo === 'number' ? utc(letter.input.ValidTo) : 'none asked for',
    },
  ],
}

const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000
