import { describe } from 'vitest'
import { concatBytes, equalBytes } from '../bytes/bytes.ts'
import { aesKwpUnwrap, aesKwpWrap, aesKwUnwrap, aesKwWrap } from './aes-kw.ts'
import { outcome } from './vectors/judge.ts'
import { providers } from './vectors/providers.ts'
import { itRuns, type Case } from './vectors/wycheproof.ts'

describe.each(providers)(
  '$name: AES-256-GCM takes what is valid with a 96-bit IV and nothing else',
  (provider) => {
    itRuns(
      { aes_gcm: 105 },
      async ({ test }) => {
        const [iv, aad, msg] = [test.bytes('iv'), test.bytes('aad'), test.bytes('msg')]
        const sealed = concatBytes(test.bytes('ct'), test.bytes('tag'))
        const key = await provider.aesGcm(test.bytes('key'))
        const opened = await outcome(() => key.open(iv, aad, sealed))
        return (
          opened !== 'refused' && equalBytes(opened, msg) && equalBytes(await key.seal(iv, aad, msg), sealed)
        )
      },
      ({ result, group }) => result === 'valid' && group.number('ivSize') === 96,
    )
  },
)

describe('AES-KW takes what is valid; 8 bytes alone, which are acceptable, are refused', () => {
  itRuns({ aes_wrap: 165 }, wraps(aesKwWrap, aesKwUnwrap))
})

describe('AES-KWP takes what is valid and nothing else', () => {
  itRuns({ aes_kwp: 254 }, wraps(aesKwpWrap, aesKwpUnwrap))
})

function wraps(wrap: typeof aesKwWrap, unwrap: typeof aesKwUnwrap) {
  return async ({ test }: Case) => {
    const [kek, msg, ct] = [test.bytes('key'), test.bytes('msg'), test.bytes('ct')]
    const opened = await outcome(() => unwrap(kek, ct))
    return opened !== 'refused' && equalBytes(opened, msg) && equalBytes(wrap(kek, msg), ct)
  }
}
