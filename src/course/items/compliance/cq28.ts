import type { MatchItem } from '../../item-definition.ts'

export const cq28: MatchItem = {
  id: 'CQ28',
  type: 'match',
  metric: 'compliance-choice',
  competency: 'CMP-5',
  difficulty: 3,
  lens: 'today',
  stem: 'With the API of 2026, match each kind of key with what may be imported into it.',
  left: [
    {
      id: 'aes',
      text: 'Symmetric encryption',
      right: 'raw',
      because: '256 bits as they are.',
    },
    {
      id: 'rsa',
      text: 'RSA_3072',
      right: 'pkcs8',
      because: 'KMS derives the public half from it.',
    },
    {
      id: 'ecc',
      text: 'ECC_NIST_P256',
      right: 'pkcs8',
      because: 'The private key with its named curve. KMS derives the public half.',
    },
    {
      id: 'ml-dsa',
      text: 'ML_DSA_65',
      right: 'nothing',
      because: 'KMS generates such keys. Import is not offered for them.',
    },
  ],
  right: [
    { id: 'raw', text: '32 raw bytes' },
    { id: 'pkcs8', text: 'A private key, PKCS#8 in DER' },
    { id: 'nothing', text: 'Nothing' },
    { id: 'pem', text: 'A private key in PEM text' },
    { id: 'public', text: 'A public key in DER' },
  ],
  slips: [
    {
      left: 'rsa',
      right: 'pem',
      misconception: 'M-14',
      because: 'PEM is base64 between two lines. KMS takes the binary form, DER.',
    },
    {
      left: 'ecc',
      right: 'public',
      misconception: 'M-18',
      because: 'A public key signs nothing. KMS needs the private one.',
    },
    {
      left: 'ecc',
      right: 'raw',
      misconception: 'M-33',
      because: 'Raw bytes are for symmetric and HMAC keys. A pair comes in a format with its curve.',
    },
    {
      left: 'ml-dsa',
      right: 'pkcs8',
      misconception: 'M-28',
      because: 'No ML-DSA key has origin EXTERNAL.',
    },
  ],
  rests: [
    ['F-301', 'importing'],
    ['F-311', 'importingConcepts'],
    ['F-312', 'encryptMaterial'],
  ],
  checked: '2026-11-23',
  async scene(stage) {
    const kinds = [
      {},
      ...['RSA_3072', 'ECC_NIST_P256'].map((KeySpec) => ({ KeySpec, KeyUsage: 'SIGN_VERIFY' })),
    ]
    for (const kind of kinds) await stage.call('CreateKey', { Origin: 'EXTERNAL', ...kind }, 'KeyAdmin')
  },
}
