import { caller, encryptInput, makeKeys, openCloud, openEngine, outputs } from './account.ts'
import { interleaved, median, pairedRatio } from './measure.mjs'

const KIBIBYTE = new Uint8Array(1024).fill(0x61)

/** Encrypt of 1 KiB through the engine and through the cloud, beside the same AES-256-GCM called directly. */
export async function encryptShare() {
  const { cloud, call } = openCloud()
  const [id = ''] = await makeKeys(call, 100)
  const kms = openEngine(cloud.tables)
  const engine = outputs((...request) => kms.call(...request, caller))
  const input = encryptInput(id, KIBIBYTE)

  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), 'AES-GCM', false, ['encrypt'])
  const additionalData = new Uint8Array(64).fill(2)
  const bare = () => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, KIBIBYTE)
  }

  const cost = await interleaved(
    { bare, engine: () => engine('Encrypt', input), cloud: () => call('Encrypt', input) },
    { rounds: 15, times: 300 },
  )
  return {
    bareUs: 1000 * median(cost.bare),
    engineUs: 1000 * median(cost.engine),
    cloudUs: 1000 * median(cost.cloud),
    engineShare: pairedRatio(cost.bare, cost.engine),
    cloudShare: pairedRatio(cost.bare, cost.cloud),
  }
}
