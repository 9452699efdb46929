import { record } from '../../cast.ts'
import { met, open } from '../../evidence.ts'
import { encrypted, importedKey } from '../../stage-import.ts'
import type { CaseDefinition } from './case-definition.ts'

const CLOSER = 'Kp'
const TWIN = 'Kq'
const OBJECT = 'kp-object.enc'

export const readOnPremises: CaseDefinition = {
  id: 'read-on-premises',
  right: 'none',
  build({ client, draw }) {
    const files = draw.whole(2, 20) * 50
    return {
      title: 'Decide about reading KMS ciphertext at home',
      asks: [
        `${client} encrypts ${files.toLocaleString('en')} files a day with KMS Encrypt, in the cloud. It wants to open the same ciphertext in its own data centre, “with our own 32 bytes, without KMS”.`,
        'Each use in AWS has to be on record, and the key is symmetric.',
      ],
      demands: [
        {
          id: 'files',
          text: `${files.toLocaleString('en')} files a day`,
          because: 'The number changes the number of calls, not the answer.',
        },
        {
          id: 'outside',
          text: 'KMS ciphertext opens without KMS',
          correct: true,
          because:
            'Symmetric KMS ciphertext opens in KMS alone, under the key that made it, whoever holds the bytes. No column changes that.',
        },
        {
          id: 'own-bytes',
          text: 'own 32 bytes',
          because: 'Import does that. The ciphertext still opens in KMS alone.',
        },
        {
          id: 'records',
          text: 'a record of each use in AWS',
          because: 'CloudTrail has it for all four.',
        },
      ],
      why: {
        generated: 'It would take a client that reads in AWS. These bytes leave KMS in no form.',
        imported:
          'It would take an asymmetric or an HMAC key: those work the same outside. Symmetric KMS ciphertext does not.',
        cloudhsm:
          'It would take a client that reads in AWS. The key in the cluster alone opens no KMS ciphertext.',
        external:
          'It would take a client that reads through KMS. The external key opens the outer of two layers only.',
        none: 'Let them encrypt on their own side, in a format that both places know, and let a key close its data keys.',
      },
      beliefs: { imported: 'M-21', external: 'M-21' },
      prove: `\`${CLOSER}\` and \`${TWIN}\` hold the same imported bytes; \`${CLOSER}\` has closed \`${OBJECT}\`. Prove that bytes alone do not open it: decrypt \`${OBJECT}\` and name \`${TWIN}\` as the key.`,
      proof: {
        says: `KMS refused to open ${OBJECT} with another key that holds the same bytes.`,
        holds(view) {
          const refused = view.events.find(
            ({ eventName, errorCode }) => eventName === 'Decrypt' && errorCode === 'IncorrectKeyException',
          )
          return refused
            ? met(refused)
            : open(
                `Nobody has tried ${OBJECT} with ${TWIN}.`,
                `Decrypt takes the file, and the key ID of ${TWIN}.`,
              )
        },
      },
      evidence: [
        {
          id: 'fingerprints',
          text: 'equal fingerprints of the bytes in both places',
          misconception: 'M-21',
          because: 'Equal bytes do not make the ciphertext portable, as your proof shows.',
        },
        {
          id: 'import-record',
          text: 'the record of `ImportKeyMaterial`',
          misconception: 'M-21',
          because: 'It shows that the bytes are in KMS. It opens nothing elsewhere.',
        },
        {
          id: 'design',
          text: 'the refused `Decrypt`, and the design of an encryption on their own side',
          correct: true,
          because: 'The refusal shows why it does not go as written, the design how it can go.',
        },
      ],
      hints: [
        'What is bound into a ciphertext besides the bytes that closed it?',
        'Row 18 of the comparison table is about portable ciphertext. `Decrypt` with a key ID.',
        `Imported symmetric beside imported asymmetric: only the second works the same outside. \`aws kms decrypt --ciphertext-blob fileb://${OBJECT} --key-id <ARN of ${TWIN}>\``,
      ],
      async start(stage) {
        const material = stage.random(32)
        const { arn } = await importedKey(stage, CLOSER, `${CLOSER}: bytes of ${client}`, material)
        await importedKey(stage, TWIN, `${TWIN}: the same bytes`, material)
        stage.putFile(OBJECT, await encrypted(stage, arn, record('FT-42', 1)))
      },
    }
  },
}
