import type { Instant } from '../../world/clock.ts'
import { commandSheet, type System, type WrapWith } from './command-sheet.ts'

export interface ReadmeFacts {
  readonly keyArn: string
  readonly algorithm: WrapWith
  /** For instance RSA_3072 */
  readonly wrappingKeySpec: string
  /** ParametersValidTo */
  readonly validTo: Instant
}

/** README.txt of the downloaded zip: what the two files are, and what to do with them. Windows line ends read well everywhere. */
export function readmeTxt({ keyArn, algorithm, wrappingKeySpec, validTo }: ReadmeFacts): string {
  const lines = [
    'Import parameters from the KMS Key Material Lab, a training simulation.',
    'They work in the simulation that made them and nowhere else.',
    '',
    `KMS key              ${keyArn}`,
    `Wrapping algorithm   ${algorithm}`,
    `Wrapping key         ${wrappingKeySpec}`,
    `Valid until          ${new Date(validTo).toISOString().slice(0, 19).replace('T', ' ')} UTC, on the clock of the lab`,
    '',
    'WrappingPublicKey.bin   the public key, binary (DER). Close your material with it.',
    'ImportToken.bin         the token, binary. Send it back with the wrapped material.',
    '',
    'Both belong together. Upload wrapped.bin only; your material stays with you.',
    'Never use a secret from real work here: make new bytes for the lab.',
    '',
    ...(['linux', 'macos', 'windows'] as const).flatMap((system) => section(system, algorithm)),
  ]
  return `${lines.join('\r\n')}\r\n`
}

function section(system: System, algorithm: WrapWith): string[] {
  const { title, notes, lines } = commandSheet({ system, algorithm })
  return [
    title,
    '-'.repeat(title.length),
    ...notes,
    '',
    ...lines.flatMap(({ does, line }) => [`# ${does}`, line]),
    '',
  ]
}
