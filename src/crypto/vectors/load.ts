import { decodeBase64 } from '../../bytes/base64.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import type { WrappingAlgorithm } from '../import-wrap.ts'
import type { ImportableKeySpec } from '../material-format.ts'

/** Fixtures of this project, the same in Node and in the browser. Provenance: ../fixtures/README.md */
const files = import.meta.glob('../fixtures/*.json', { eager: true, import: 'default' })

const fixture = <T>(name: string): T => files[`../fixtures/${name}.json`] as T

export interface ImportCase {
  readonly id: string
  readonly category: string
  readonly wrappingKey: string
  readonly wrappingAlgorithm: WrappingAlgorithm
  readonly keySpec: ImportableKeySpec
  readonly material: string | null
  readonly unwrap: 'ok' | 'ok-but-refuse' | 'fail'
  readonly why: string
  readonly blob: string
}

interface ImportFixtures {
  readonly wrappingKeys: Readonly<Record<string, { spec: string; pkcs8: string; spki: string }>>
  readonly cases: readonly ImportCase[]
}

const imports = fixture<ImportFixtures>('import-cases')
const materials = fixture<Record<string, string>>('materials')

export const importCases = imports.cases

/** Decoded once, so that a provider sees the same bytes for the same key. */
export const wrappingKeys = new Map(
  Object.entries(imports.wrappingKeys).map(([name, { spec, pkcs8, spki }]) => [
    name,
    { spec, pkcs8: decodeBase64(pkcs8), spki: decodeBase64(spki) },
  ]),
)

export function wrappingKey(name: string) {
  const key = wrappingKeys.get(name)
  if (!key) throw new Error(`no wrapping key ${name}`)
  return key
}

export function material(name: string): Bytes {
  const text = materials[name]
  if (text === undefined) throw new Error(`no material ${name}`)
  return decodeBase64(text)
}

export type KnownAnswer =
  | { type: 'kw' | 'kwp'; kek: string; plain: string; wrapped: string; expect: 'valid' | 'invalid' }
  | {
      type: 'mac'
      macAlgorithm: string
      material: string
      message: string
      mac: string
      expect: 'valid' | 'invalid'
    }
  | {
      type: 'sign'
      keySpec: string
      publicKey: string
      message: string
      signingAlgorithm: string
      signature: string
      expect: 'valid' | 'invalid'
    }

export const knownAnswers = fixture<KnownAnswer[]>('known-answers')

export const ecdhCases =
  fixture<{ keySpec: string; privatePkcs8: string; peerSpki: string; sharedSecret: string }[]>('ecdh')

export const tooLarge =
  fixture<
    { wrappingKeySpec: string; wrappingAlgorithm: WrappingAlgorithm; material: string; maxBytes: number }[]
  >('too-large')

export const rfcKeyWrap =
  fixture<{ source: string; algorithm: 'AES-KW' | 'AES-KWP'; kek: string; plain: string; wrapped: string }[]>(
    'aes-key-wrap',
  )
