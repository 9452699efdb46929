import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { LoadedKeys } from './loaded-keys.ts'
import { material } from './vectors/load.ts'
import { webCryptoProvider } from './web-crypto.ts'

const message = encodeUtf8('the same for everyone')
const key = () => material('ec-p256.pkcs8.der').slice()

/** A provider over the platform's own WebCrypto, and how often that was asked to load a key. */
function counted(beforeLoad = () => {}) {
  const real = globalThis.crypto.subtle
  const count = { loads: 0 }
  const subtle = new Proxy(real, {
    get(_, name: keyof SubtleCrypto) {
      const method = real[name] as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        if (name === 'importKey') {
          count.loads++
          beforeLoad()
        }
        return method.apply(real, args)
      }
    },
  })
  return { provider: webCryptoProvider(subtle), count }
}

describe('the keys that a provider has loaded', () => {
  it('are loaded once for all signatures, and once more for another algorithm', async () => {
    const { provider, count } = counted()
    const pkcs8 = material('rsa-2048.pkcs8.der').slice()
    for (let i = 0; i < 3; i++) await provider.rsaSign('PSS', pkcs8, 'SHA-256', message)
    expect(count.loads).toBe(1)
    await provider.rsaSign('PSS', pkcs8, 'SHA-384', message)
    await provider.rsaSign('PKCS1', pkcs8, 'SHA-256', message)
    expect(count.loads).toBe(3)
  })

  it('are no other provider’s', async () => {
    const [one, other] = [counted(), counted()]
    const pkcs8 = key()
    for (const { provider } of [one, other, one]) await provider.ecdsaSign('P-256', pkcs8, 'SHA-256', message)
    expect([one.count.loads, other.count.loads]).toEqual([1, 1])
  })

  it('do not stand in for bytes that were written over them', async () => {
    const { provider } = counted()
    const before = new Uint8Array(32).fill(1)
    const reused = before.slice()
    const first = await provider.hmac('SHA-256', reused, message)
    reused.fill(2)
    expect(await provider.hmac('SHA-256', reused, message)).toEqual(
      await provider.hmac('SHA-256', new Uint8Array(32).fill(2), message),
    )
    reused.set(before)
    expect(await provider.hmac('SHA-256', reused, message)).toEqual(first)
  })

  it('are tried again when the platform failed to load one', async () => {
    let fail = true
    const { provider, count } = counted(() => {
      if (fail) throw new Error('not now')
    })
    const pkcs8 = key()
    await expect(provider.ecdsaSign('P-256', pkcs8, 'SHA-256', message)).rejects.toThrow('does not load')
    fail = false
    await provider.ecdsaSign('P-256', pkcs8, 'SHA-256', message)
    expect(count.loads).toBe(2)
  })

  it('are dropped all together when there would be more than the limit', async () => {
    const loaded = new LoadedKeys(3)
    const [a, b, c, d] = [key(), key(), key(), key()]
    const loads: unknown[] = []
    const ask = (bytes: ReturnType<typeof key>) =>
      loaded.get(bytes, 'HMAC', () => {
        loads.push(bytes)
        return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
      })
    for (const bytes of [a, b, c, a, b, c]) await ask(bytes)
    expect(loads).toHaveLength(3)
    await ask(d)
    await ask(d)
    expect(loads).toHaveLength(4)
    await ask(a)
    expect(loads).toHaveLength(5)
  })
})
