import type { Bytes } from '../bytes/bytes.ts'
import { readPkcs8 } from '../bytes/pkcs8.ts'
import { writeEcSpki, writeEd25519Spki, writeRsaSpki } from '../bytes/spki.ts'
import { noblePublicPoint } from './noble-ec.ts'
import { nobleEd25519Public } from './noble-ed25519.ts'
import { CryptoRefusal } from './provider.ts'
import { refuseOnDerError } from './refuse.ts'

/** Computed from the private number, whatever point the file carries. @throws CryptoRefusal for keys KMS has not */
export function publicHalf(pkcs8: Bytes): Bytes {
  const info = refuseOnDerError(() => readPkcs8(pkcs8))
  switch (info.kind) {
    case 'rsa':
      return writeRsaSpki(info.numbers)
    case 'ec':
      if (info.curve === undefined)
        throw new CryptoRefusal(info.explicit ? 'explicit curve parameters' : 'another curve')
      return writeEcSpki(info.curve, noblePublicPoint(info.curve, info.scalar))
    case 'ed25519':
      return writeEd25519Spki(nobleEd25519Public(info.seed))
    case 'other':
      throw new CryptoRefusal(`no public half is computed for algorithm ${info.oid}`)
  }
}
