import { closingHash } from './beats/close-the-box.ts'
import type { Frame } from './flow-definition.ts'
import { timeLeft } from './flow-words.ts'

/** Our sentence about a refused import: here KMS sends no message with these exceptions, and what AWS sends nobody has published. */
export function explainRefusal({ inputs, facts }: Frame): string {
  const { answer, set } = facts
  switch (answer?.error?.code) {
    case 'ExpiredImportTokenException':
      return `The label is ${set ? timeLeft(answer.at - set.issuedAt) : 'more than a day'} old; it holds 24 h. Ask for a new one, then wrap again.`
    case 'InvalidImportTokenException':
      return 'The label was made for another key. Send the token and the public key of one answer.'
    case 'InvalidCiphertextException':
      return boxStayedClosed(inputs)
    case 'IncorrectKeyMaterialException':
      return wrongContent(inputs)
    case undefined:
      return ''
    default:
      return answer?.error?.message ?? ''
  }
}

function boxStayedClosed(inputs: Frame['inputs']): string {
  switch (inputs.closing) {
    case 'wrong-hash':
      return `The box did not open: it was closed with ${closingHash(inputs)}, the request said ${inputs.hash}. Wrap again with ${inputs.hash}.`
    case 'flip-bit':
      return 'The box did not open: one bit of it changed on the way. Wrap again, and send the file as it is.'
    case 'key-b':
      return 'The box did not open: it was closed with the public key of key B. Wrap again with the key that came with this token.'
    default:
      return 'The box did not open. Wrap again with the public key that came with this token.'
  }
}

function wrongContent(inputs: Frame['inputs']): string {
  switch (inputs.bytes) {
    case 'base64':
      return 'The box opened, and 45 bytes of text were in it. KMS takes 32 raw bytes: leave base64 away.'
    case 'short':
      return 'The box opened, and 16 bytes were in it. This key takes 32.'
    default:
      return 'These are not the bytes this key knows. Compare fingerprints.'
  }
}

/** What came of trying the key while it was empty. */
export const explainProbe = ({ facts: { probe } }: Frame): string =>
  probe?.error ? 'Encrypt needs material, and this key has none yet. Import first.' : ''

/** What came of the second import, in beat 10. */
export function explainAgain({ inputs, facts: { again } }: Frame): string {
  if (!again) return ''
  if (!again.error)
    return inputs.again === 'new'
      ? 'KMS took the new material, but it waits. The key still needs the bytes it had, and stays PendingImport.'
      : 'KMS recognised the bytes. The key is Enabled again, with the same ARN.'
  if (again.error.code !== 'IncorrectKeyMaterialException')
    return `${again.error.code}. ${again.error.message}`
  return inputs.bytes === 'other' && inputs.again === 'same'
    ? 'IncorrectKeyMaterialException. The key was filled with other bytes in beat 4, and it knows only those.'
    : 'IncorrectKeyMaterialException. These are not the bytes this key knows. Compare fingerprints.'
}
