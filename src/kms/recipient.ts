import { KmsError } from './errors.ts'

/** Answering a request for an enclave with a plain plaintext would be wrong: it is refused (docs/fidelity.md). */
export function refuseRecipient(recipient: unknown): void {
  if (recipient !== undefined)
    throw new KmsError('ValidationException', 'Recipient is not simulated: there is no enclave here.')
}
