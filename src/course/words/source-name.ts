import { sources, type SourceId } from './sources.ts'

/** How a page is named for a reader, by its book and what it is about: "AWS KMS Developer Guide: Rotating keys". */
export function sourceName(id: SourceId): string {
  const { hostname, pathname } = new URL(sources[id])
  const book = BOOKS.find(([within]) => `${hostname}${pathname}`.startsWith(within))?.[1] ?? hostname
  return `${book}: ${pages[id]}`
}

const BOOKS = [
  ['docs.aws.amazon.com/kms/latest/APIReference', 'AWS KMS API Reference'],
  ['docs.aws.amazon.com/kms/latest/developerguide', 'AWS KMS Developer Guide'],
  ['docs.aws.amazon.com/kms/latest/cryptographic-details', 'AWS KMS Cryptographic Details'],
  ['docs.aws.amazon.com/AmazonS3/latest', 'Amazon S3 User Guide'],
  ['docs.aws.amazon.com/cloudhsm/latest/userguide', 'AWS CloudHSM User Guide'],
  ['aws.amazon.com/kms', 'AWS KMS'],
  ['aws.amazon.com/blogs', 'AWS Security Blog'],
  ['www.safelogic.com', 'SafeLogic blog'],
  ['repost.aws', 'AWS re:Post'],
  ['github.com/boto/botocore', 'botocore'],
] as const

const pages: Readonly<Record<SourceId, string>> = {
  api: 'Operations',
  createKey: 'CreateKey',
  describeKey: 'DescribeKey',
  decrypt: 'Decrypt',
  importKeyMaterial: 'ImportKeyMaterial',
  getKeyLastUsage: 'GetKeyLastUsage',
  keyState: 'Key states',
  importing: 'Importing key material',
  importingConcepts: 'Creating a key with imported key material',
  publicKeyAndToken: 'Downloading the wrapping public key and import token',
  encryptMaterial: 'Encrypting the key material',
  importStep: 'Importing the key material into the key',
  deleteMaterial: 'Deleting imported key material',
  protectMaterial: 'Protecting imported key material',
  rotateOnDemand: 'On-demand key rotation',
  deleteKeys: 'Deleting keys',
  unusable: 'How unusable keys affect data keys',
  multiRegion: 'Multi-Region keys',
  cloudtrail: 'Logging calls with AWS CloudTrail',
  cloudwatch: 'Monitoring with Amazon CloudWatch',
  dataProtection: 'Data protection',
  rotateKeys: 'Rotating keys',
  encryptionContext: 'Encryption context',
  aliases: 'Aliases',
  grants: 'Grants',
  policies: 'Key policies',
  quotas: 'Quotas',
  durability: 'Durability protection',
  hierarchy: 'Key hierarchy',
  expiredRecord: 'DeleteExpiredKeyMaterial in the log',
  importRecord: 'ImportKeyMaterial in the log',
  rotateRecord: 'RotateKey in the log',
  decryptRecord: 'Decrypt in the log',
  history: 'Document history',
  changelog: 'Changelog',
  internals: 'Internal operations',
  resilience: 'Resilience and disaster recovery',
  keyStores: 'Key stores',
  conditions: 'Condition keys',
  events: 'Monitoring with Amazon EventBridge',
  generateDataKey: 'GenerateDataKey',
  s3: 'Server-side encryption with AWS KMS keys (SSE-KMS)',
  sla: 'Service Level Agreement',
  fipsLevel3: 'AWS KMS is now FIPS 140-2 Level 3',
  cloudHsmStore: 'AWS CloudHSM key stores',
  externalStore: 'External key stores',
  cloudHsmFips: 'FIPS validation',
  fipsSunset: 'What happens on September 21, 2026',
  pricing: 'Pricing',
  opensslHash: 'InvalidCiphertext on import',
}
