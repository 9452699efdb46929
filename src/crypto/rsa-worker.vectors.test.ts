import { afterAll, describe, expect, it } from 'vitest'
import { forgeRsa } from './forge-rsa.ts'
import { CryptoRefusal } from './provider.ts'
import type { RsaEngine } from './rsa-engine.ts'
import { workerRsa } from './rsa-worker-client.ts'
import { serveRsa } from './rsa-worker-server.ts'
import { verifyRsa } from './rsa-verify.ts'
import { material, wrappingKey } from './vectors/load.ts'

const { spki, pkcs8 } = wrappingKey('TESTONLY-wrap-rsa2048-a')
const plain = material('aes256-a.bin')
const opened: { close(): void }[] = []
afterAll(() => opened.forEach((end) => end.close()))

/** Both ends of a channel in this thread: what a Worker does, without one. */
function channelTo(engine: RsaEngine): MessagePort {
  const { port1, port2 } = new MessageChannel()
  serveRsa(port2, engine)
  port1.start()
  port2.start()
  opened.push(port1, port2)
  return port1
}

/** A true Worker where there is one: Node has none of that kind. */
function startWorker() {
  if (typeof Worker === 'undefined') return channelTo(forgeRsa)
  const worker = new Worker(new URL('./rsa-worker.ts', import.meta.url), { type: 'module' })
  opened.push({ close: () => worker.terminate() })
  return worker
}

const brokenEngine: RsaEngine = {
  ...forgeRsa,
  oaepDecrypt: () => Promise.reject(new TypeError('our bug')),
}

describe('RSA behind a Worker', () => {
  const rsa = workerRsa(startWorker())

  it('gives each of many calls its own answer', async () => {
    const messages = [1, 2, 3].map((n) => Uint8Array.of(n))
    const closed = await Promise.all(messages.map((message) => rsa.oaepEncrypt(spki, 'SHA-256', message)))
    const back = await Promise.all(closed.map((one) => rsa.oaepDecrypt(pkcs8, 'SHA-256', one)))
    expect(back).toEqual(messages)
  })

  it('signs', async () => {
    const signature = await rsa.sign('PSS', pkcs8, 'SHA-256', plain)
    expect(verifyRsa('PSS', spki, 'SHA-256', signature, plain)).toBe(true)
  })

  it('makes a pair', async () => {
    expect((await rsa.generate(2048)).spki).toHaveLength(294)
  })

  it('refuses with CryptoRefusal, as if it were here', async () => {
    await expect(rsa.oaepDecrypt(pkcs8, 'SHA-256', new Uint8Array(255))).rejects.toThrow(CryptoRefusal)
    await expect(rsa.oaepDecrypt(pkcs8, 'SHA-256', new Uint8Array(256))).rejects.toThrow(CryptoRefusal)
  })

  it('lets a bug of the engine look like a bug', async () => {
    const call = workerRsa(channelTo(brokenEngine)).oaepDecrypt(pkcs8, 'SHA-256', plain)
    await expect(call).rejects.toThrow('our bug')
    await expect(call).rejects.not.toBeInstanceOf(CryptoRefusal)
  })

  it('fails waiting and later calls when the Worker breaks', async () => {
    const target = new EventTarget()
    const dead = workerRsa(Object.assign(target, { postMessage: () => undefined }) as unknown as Worker)
    const waiting = dead.generate(2048)
    target.dispatchEvent(new Event('error'))
    await expect(waiting).rejects.toThrow('the RSA worker broke')
    await expect(dead.generate(2048)).rejects.toThrow('the RSA worker broke')
  })
})
