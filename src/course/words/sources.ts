const GUIDE = 'https://docs.aws.amazon.com/kms/latest/developerguide'

/** Pages that statements rest on, read on the day beside the statement. */
export const sources = {
  api: 'https://docs.aws.amazon.com/kms/latest/APIReference/Welcome.html',
  createKey: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
  describeKey: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html',
  decrypt: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html',
  importKeyMaterial: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html',
  getKeyLastUsage: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html',
  keyState: `${GUIDE}/key-state.html`,
  importing: `${GUIDE}/importing-keys.html`,
  importingConcepts: `${GUIDE}/importing-keys-conceptual.html`,
  publicKeyAndToken: `${GUIDE}/importing-keys-get-public-key-and-token.html`,
  encryptMaterial: `${GUIDE}/importing-keys-encrypt-key-material.html`,
  importStep: `${GUIDE}/importing-keys-import-key-material.html`,
  deleteMaterial: `${GUIDE}/importing-keys-delete-key-material.html`,
  protectMaterial: `${GUIDE}/import-keys-protect.html`,
  rotateOnDemand: `${GUIDE}/rotating-keys-on-demand.html`,
  deleteKeys: `${GUIDE}/deleting-keys.html`,
  unusable: `${GUIDE}/unusable-kms-keys.html`,
  multiRegion: `${GUIDE}/multi-region-keys-overview.html`,
  cloudtrail: `${GUIDE}/logging-using-cloudtrail.html`,
  cloudwatch: `${GUIDE}/monitoring-cloudwatch.html`,
  dataProtection: `${GUIDE}/data-protection.html`,
  rotateKeys: `${GUIDE}/rotate-keys.html`,
  encryptionContext: `${GUIDE}/encrypt_context.html`,
  aliases: `${GUIDE}/kms-alias.html`,
  grants: `${GUIDE}/grants.html`,
  policies: `${GUIDE}/key-policies.html`,
  quotas: `${GUIDE}/limits.html`,
  durability: 'https://docs.aws.amazon.com/kms/latest/cryptographic-details/durability-protection.html',
  hierarchy: 'https://docs.aws.amazon.com/kms/latest/cryptographic-details/key-hierarchy.html',
  expiredRecord: `${GUIDE}/ct-deleteexpiredkeymaterial.html`,
  opensslHash: 'https://repost.aws/knowledge-center/invalidciphertext-kms',
} as const

export type SourceId = keyof typeof sources
