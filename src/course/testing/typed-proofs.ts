/** A line for the terminal, and the exit code it ends with: 254 is a call that KMS refused. */
export type Typed = readonly [line: string, exit?: number]

/** How a line gets the ID of a key that the lab's text names */
type Key = (name: string) => string

const decrypt = (file: string, exit = 0): Typed => [
  `aws kms decrypt --ciphertext-blob fileb://${file} --query KeyId --output text`,
  exit,
]
const storeOf = (type: string) =>
  `$(aws kms describe-custom-key-stores --query "CustomKeyStores[?CustomKeyStoreType=='${type}'].CustomKeyStoreId" --output text)`
const cutOff: readonly Typed[] = [
  [`aws kms disconnect-custom-key-store --custom-key-store-id ${storeOf('EXTERNAL_KEY_STORE')}`],
  decrypt('kx-object.enc', 254),
]

/** The proofs of lab L3.4 as somebody types them; `text` is what the task says. */
export const typedProofs: Readonly<Record<string, (key: Key, text: string) => readonly Typed[]>> = {
  'forty-services': (key) => [[`aws kms delete-imported-key-material --key-id ${key('Kg')}`, 254]],
  'rotation-without-work': (key, text) => [
    [
      `aws kms enable-key-rotation --key-id ${key('Kg')} --rotation-period-in-days ${/every (\d+) days/.exec(text)?.[1]}`,
    ],
  ],
  'cheapest-that-passes': () => [
    [
      'aws kms encrypt --key-id $(aws kms create-key --query KeyMetadata.KeyId --output text) --plaintext fileb://note.txt',
    ],
  ],
  'proved-entropy': (key, text) => [
    [
      `aws kms get-parameters-for-import --key-id ${key('Ki')} --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_2048 > set.json`,
    ],
    [
      'jq -r .PublicKey set.json | base64 -d > public.bin; jq -r .ImportToken set.json | base64 -d > token.bin',
    ],
    [
      'openssl pkeyutl -encrypt -pubin -keyform DER -inkey public.bin -in own-entropy.bin -out wrapped.bin -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256',
    ],
    [
      `aws kms import-key-material --key-id ${key('Ki')} --encrypted-key-material fileb://wrapped.bin --import-token fileb://token.bin --expiration-model KEY_MATERIAL_EXPIRES --valid-to $(date -u -d "+${/ends in (\d+) days/.exec(text)?.[1]} days" +%Y-%m-%dT%H:%M:%SZ)`,
    ],
  ],
  'two-regions': (key) => [
    [`aws kms replicate-key --key-id ${key('Km')} --replica-region eu-central-1 > replica.json`],
    ['sleep 300'],
    [
      'aws kms encrypt --region eu-central-1 --key-id $(jq -r .ReplicaKeyMetadata.KeyId replica.json) --plaintext fileb://note.txt',
      254,
    ],
  ],
  'signing-key-that-exists': () => [
    ['aws kms create-key --origin EXTERNAL --key-spec ECC_NIST_P256 --key-usage SIGN_VERIFY'],
  ],
  'own-entropy-and-automatic': (key) => [[`aws kms enable-key-rotation --key-id ${key('Kr')}`, 254]],
  'end-without-waiting': (key) => [
    [`aws kms delete-imported-key-material --key-id ${key('Ks')}`],
    decrypt('ks-object.enc', 254),
  ],
  'data-centre-may-be-down': () => [...cutOff, decrypt('kt-object.enc')],
  'only-own-entropy': () => [
    ['aws kms create-key --profile KeyCustodian', 254],
    ['aws kms create-key --origin EXTERNAL --profile KeyCustodian'],
  ],
  'single-tenant': () => [
    [`aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id ${storeOf('AWS_CLOUDHSM')}`],
  ],
  'outside-the-provider': () => cutOff,
  'import-into-a-cluster': (key) => [
    [
      `aws kms get-parameters-for-import --key-id ${key('Kh')} --wrapping-algorithm RSAES_OAEP_SHA_256 --wrapping-key-spec RSA_3072`,
      254,
    ],
  ],
  'read-on-premises': (key) => [
    [`aws kms decrypt --ciphertext-blob fileb://kp-object.enc --key-id ${key('Kq')}`, 254],
  ],
}
