import { encodeBase64 } from '../../../bytes/base64.ts'
import { owned } from '../../../bytes/bytes.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { Beat } from '../flow-definition.ts'
import { hexOf } from '../flow-words.ts'

export const MATERIAL_BYTES = 32

export const yourBytes: Beat = {
  id: 'your-bytes',
  title: 'Your bytes',
  at: 'hsm',
  claims: ['thirty-two-raw-bytes', 'binary-before-wrapping', 'custody-advice'],
  controls: [
    {
      input: 'bytes',
      legend: 'Set a fault here',
      choices: [
        { value: 'raw', label: 'None' },
        { value: 'base64', label: 'Make it base64' },
        { value: 'short', label: 'Take 16 bytes' },
        { value: 'other', label: 'Take other bytes' },
      ],
    },
  ],
  async run(stage, facts, { bytes }) {
    const original = stage.random(MATERIAL_BYTES)
    const other = stage.random(MATERIAL_BYTES)
    const working = {
      raw: () => original,
      // As `openssl rand -base64 32` writes it: 44 letters and a line feed.
      base64: () => encodeUtf8(`${encodeBase64(original)}\n`),
      short: () => owned(original.slice(0, 16)),
      other: () => other,
    }[bytes]()
    return { ...facts, original, working }
  },
  caption: 'Thirty-two raw bytes. Not letters that look like bytes.',
  moved: ({ facts: { working } }) =>
    `Your HSM made 32 bytes. ${working?.length} bytes came to the workstation as material.bin.`,
  values: ({ facts: { working, original }, inputs }) => [
    { label: 'wc -c', value: `${working?.length} material.bin`, typed: true },
    {
      label: inputs.bytes === 'base64' ? 'Begins' : 'Begins with',
      value:
        inputs.bytes === 'base64'
          ? String.fromCharCode(...(working ?? []).slice(0, 12))
          : hexOf((working ?? []).slice(0, 8) as Uint8Array),
      typed: true,
    },
    { label: 'In your HSM', value: `${original?.length} bytes, the original` },
    ...(inputs.bytes === 'other' ? [{ label: 'Same bytes', value: 'no, these are others' }] : []),
  ],
}
