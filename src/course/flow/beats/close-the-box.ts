import { owned, type Bytes } from '../../../bytes/bytes.ts'
import type { Beat, FlowInputs, FlowStage } from '../flow-definition.ts'
import { hexOf } from '../flow-words.ts'
import { keyB } from '../key-b.ts'

const otherHash = (hash: FlowInputs['hash']) => (hash === 'SHA-256' ? 'SHA-1' : 'SHA-256')
export const closingHash = ({ hash, closing }: FlowInputs) =>
  closing === 'wrong-hash' ? otherHash(hash) : hash

export const closeTheBox: Beat = {
  id: 'close-the-box',
  title: 'Close the box',
  at: 'disk',
  claims: ['oaep-for-symmetric', 'openssl-takes-sha-1'],
  controls: [
    {
      input: 'closing',
      legend: 'Set a fault here',
      choices: [
        { value: 'right', label: 'None' },
        { value: 'wrong-hash', label: 'Wrong hash' },
        { value: 'flip-bit', label: 'Flip one bit' },
        { value: 'key-b', label: 'Close with key B’s public key' },
      ],
    },
  ],
  async run(stage, facts, inputs) {
    const { set, working } = facts
    if (!set || !working) throw new TypeError('there is nothing to close, or nothing to close it with')
    const publicKey = inputs.closing === 'key-b' ? (await keyB(stage, inputs)).publicKey : set.publicKey
    const hash = closingHash(inputs)
    const [blob, second] = await twice(stage, publicKey, working, hash)
    return {
      ...facts,
      closed: { blob: inputs.closing === 'flip-bit' ? withOneBitFlipped(blob) : blob, second, hash },
    }
  },
  caption: 'Anyone can close the box. Only one place can open it.',
  moved: ({ inputs, facts: { closed, working } }) =>
    `On the workstation ${working?.length} bytes were wrapped with ${
      inputs.closing === 'key-b' ? 'the public key of key B' : 'the public key'
    }, ${inputs.spec}, OAEP with ${closed?.hash}. The box has ${closed?.blob.length} bytes${
      inputs.closing === 'flip-bit' ? '; one bit of it was flipped' : ''
    }.`,
  values: ({ inputs, facts: { closed, working } }) => [
    { label: 'Input', value: `${working?.length} bytes, material.bin` },
    { label: 'Padding', value: `OAEP with ${closed?.hash}` },
    { label: 'Output', value: `${closed?.blob.length} bytes, as ${inputs.spec.replace('_', ' ')}` },
    { label: 'Begins with', value: hexOf(closed?.blob.slice(0, 8) ?? new Uint8Array()), typed: true },
    { label: 'Once more', value: hexOf(closed?.second.slice(0, 8) ?? new Uint8Array()), typed: true },
    { label: 'Why', value: 'OAEP draws a fresh seed at each wrap' },
  ],
}

async function twice(
  stage: FlowStage,
  publicKey: Bytes,
  material: Bytes,
  hash: FlowInputs['hash'],
): Promise<readonly [Bytes, Bytes]> {
  return [await stage.wrap(publicKey, material, hash), await stage.wrap(publicKey, material, hash)]
}

/** In the middle, where a copy that went wrong would also hit. */
function withOneBitFlipped(blob: Bytes): Bytes {
  const changed = owned(blob)
  const at = changed.length >> 1
  changed[at] = (changed[at] as number) ^ 1
  return changed
}
