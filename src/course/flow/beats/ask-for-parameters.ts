import type { Beat } from '../flow-definition.ts'

export const wrappingAlgorithm = (hash: 'SHA-256' | 'SHA-1') =>
  hash === 'SHA-1' ? 'RSAES_OAEP_SHA_1' : 'RSAES_OAEP_SHA_256'

export const askForParameters: Beat = {
  id: 'ask-for-parameters',
  title: 'Ask for a courier box',
  at: 'disk',
  claims: ['oaep-for-symmetric', 'recommended-wrapping-key', 'pkcs1-is-over'],
  controls: [
    {
      input: 'hash',
      legend: 'Algorithm',
      choices: [
        { value: 'SHA-256', label: 'RSAES_OAEP_SHA_256' },
        { value: 'SHA-1', label: 'RSAES_OAEP_SHA_1' },
      ],
    },
    {
      input: 'spec',
      legend: 'Size of the box',
      choices: [
        { value: 'RSA_3072', label: 'RSA_3072' },
        { value: 'RSA_2048', label: 'RSA_2048' },
        { value: 'RSA_4096', label: 'RSA_4096' },
      ],
    },
  ],
  note: 'For 32 bytes these two algorithms are all there is. The ones named RSA_AES_KEY_WRAP are for RSA and ECC private keys.',
  run: async (_stage, facts) => facts,
  caption: 'You choose how the courier box closes: RSA size and hash.',
  moved: () =>
    'GetParametersForImport is on its way from the workstation to the KMS API. It holds no secret.',
  values: ({ inputs: { hash, spec }, facts: { key } }) => [
    { label: 'Operation', value: 'GetParametersForImport', typed: true },
    { label: 'KeyId', value: key?.id ?? '', typed: true },
    { label: 'Algorithm', value: wrappingAlgorithm(hash), typed: true },
    { label: 'Spec', value: spec, typed: true },
  ],
}
