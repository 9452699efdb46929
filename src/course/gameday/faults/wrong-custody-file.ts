import type { Bytes } from '../../../bytes/bytes.ts'
import { encodeHex } from '../../../bytes/hex.ts'
import { encodeUtf8 } from '../../../bytes/utf8.ts'
import type { Fault } from '../incident.ts'
import { importedServiceKey, fillStore, lockAway, refused, safeFile } from '../scene-keys.ts'
import { expiredMaterial } from './expired-material.ts'

/** G-08: expired, and colleagues tried bytes that are not the ones. */
export const wrongCustodyFile: Fault = {
  ...expiredMaterial,
  id: 'G-08',
  levels: [2, 3],
  side: false,
  shows: ['AVL-1', 'AVL-2', 'AVL-4', 'AVL-5'],
  async build(scene) {
    const { stage, service, plan } = scene
    const { material } = await importedServiceKey(scene, { validTo: plan.brokenAt, copy: false })
    await fillStore(scene)
    const files: Bytes[] = [encodeUtf8(`${encodeHex(material)}\n`), stage.random(32), material]
    const turn = plan.seed % files.length
    // She handed all three over tonight already.
    for (const [i, bytes] of files.entries()) {
      const name = safeFile(service, ((i + turn) % 3) + 1)
      lockAway(scene, name, bytes)
      stage.putFile(name, bytes)
    }
  },
  async after({ stage, service }) {
    const KeyId = stage.arn(service.key)
    for (let attempt = 0; attempt < 2; attempt++) {
      const parameters = await stage.call('GetParametersForImport', {
        KeyId,
        WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: 'RSA_2048',
      })
      await refused(
        stage.call('ImportKeyMaterial', {
          KeyId,
          ImportToken: parameters.ImportToken,
          EncryptedKeyMaterial: await stage.wrap(parameters.PublicKey as Bytes, stage.random(32)),
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        }),
      )
    }
  },
  chat: () =>
    'Amara: “I tried the bytes from two safes. KMS refused both. Three safes held a file each; you have all three.”',
  target: 9,
  hints: [
    'Compare fingerprints: the custody card holds the SHA-256 of the right bytes, raw and 32 of them.',
    'The list of files shows a SHA-256 for each. Wrap the one that is on the card, import it with a date months ahead, and set an alarm for the key.',
  ],
}
