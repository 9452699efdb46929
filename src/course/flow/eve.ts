import type { Frame } from './flow-definition.ts'
import { timeLeft } from './flow-words.ts'

export interface Known {
  readonly id: 'request' | 'public-key' | 'token' | 'box' | 'answer' | 'nothing'
  readonly what: string
  readonly means: string
}

/** What somebody holds who copied everything on the wire up to this beat, and what it is worth. */
export function eveKnows({ beat, facts, inputs }: Frame): readonly Known[] {
  const { set, letter, answer, now } = facts
  const known: Known[] = []
  if (beat >= 2)
    known.push({
      id: 'request',
      what: 'The request.',
      means: 'She sees which key waits for material. A key ID is no secret.',
    })
  if (set) {
    known.push({
      id: 'public-key',
      what: 'The public key.',
      means: 'She can close boxes too. She cannot open any.',
    })
    known.push({
      id: 'token',
      what: 'The import token.',
      means:
        now < set.validTo
          ? `A label for this key, good for ${timeLeft(set.validTo - now)} more. Not a key.`
          : 'A label that is over. It was never a key.',
    })
  }
  if (letter)
    known.push({
      id: 'box',
      what: `The box, ${letter.blob.length} bytes.`,
      means: 'As long as the RSA key, whatever is inside. She cannot even tell the length of the content.',
    })
  if (answer)
    known.push({
      id: 'answer',
      what: answer.error ? `The answer: ${answer.error.code}.` : 'The answer: success.',
      means: answer.error
        ? 'She learns that it failed, and nothing of the bytes.'
        : 'She learns that the key is filled.',
    })
  known.push({
    id: 'nothing',
    what: 'Nothing',
    means:
      beat < 4
        ? 'about the material: there is none yet.'
        : `about the ${inputs.bytes === 'short' ? 16 : 32} bytes.`,
  })
  return known
}
