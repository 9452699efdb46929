import type { Bytes } from '../../../bytes/bytes.ts'
import type { Fault } from '../incident.ts'
import { importedServiceKey, fillStore, refused } from '../scene-keys.ts'
import { expiredMaterial } from './expired-material.ts'

const files = (service: { readonly id: string }) => ({
  publicKey: `${service.id}-runbook-WrappingPublicKey.bin`,
  importToken: `${service.id}-runbook-ImportToken.bin`,
  wrapped: `${service.id}-runbook-wrapped.bin`,
})

/** G-09: expired, and the runbook holds the token of the last import. */
export const staleRunbook: Fault = {
  ...expiredMaterial,
  id: 'G-09',
  levels: [1, 2, 3],
  side: false,
  async build(scene) {
    const { stage, service, plan } = scene
    const { publicKey, importToken, wrapped } = await importedServiceKey(scene, { validTo: plan.brokenAt })
    await fillStore(scene)
    const names = files(service)
    stage.putFile(names.publicKey, publicKey)
    stage.putFile(names.importToken, importToken)
    stage.putFile(names.wrapped, wrapped)
    runbooks.set(stage, { importToken, wrapped })
  },
  async after({ stage, service }) {
    const runbook = runbooks.get(stage)
    if (!runbook) throw new TypeError('the runbook is written before the night')
    for (let attempt = 0; attempt < 2; attempt++)
      await refused(
        stage.call('ImportKeyMaterial', {
          KeyId: stage.arn(service.key),
          ImportToken: runbook.importToken,
          EncryptedKeyMaterial: runbook.wrapped,
          ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
        }),
      )
  },
  chat: () =>
    'Dario: “The runbook has everything ready: token, public key, wrapped bytes. KMS refuses all the same.”',
  hints: [
    '`GetParametersForImport`: a token holds for 24 hours, so the runbook’s is worth nothing.',
    'Ring the custodian for the bytes (`lab ring <bucket>`). Ask for new parameters, wrap the file with the new public key, import it with a date months ahead, then set an alarm for the key.',
  ],
}

/** What was imported days ago, for the attempts of the night. */
const runbooks = new WeakMap<object, { readonly importToken: Bytes; readonly wrapped: Bytes }>()
