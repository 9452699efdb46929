/** When the cast's roles were made: the day on which the lab's clock starts. */
export const START_OF_THE_CAST = Date.UTC(2026, 0, 12, 9)

const allow = (...actions: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] })

const USE = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:GenerateMac',
  'kms:VerifyMac',
  'kms:Sign',
  'kms:Verify',
  'kms:DeriveSharedSecret',
  'kms:Encapsulate',
  'kms:Decapsulate',
  'kms:GenerateRandom',
]
const LOOK = [
  'kms:Describe*',
  'kms:List*',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:GetKeyLastUsage',
]

/** The cast of the course, each with what the story asks of them (course, 2.0). */
export const CAST: Readonly<Record<string, string>> = {
  KeyAdmin: allow('kms:*', 's3:*', 'cloudtrail:*', 'cloudwatch:*', 'events:*', 'iam:*', 'sts:*'),
  KeyCustodian: allow('kms:*', 's3:*', 'cloudtrail:LookupEvents', 'cloudwatch:*', 'events:*'),
  AppRole: allow(...USE, 'kms:DescribeKey', 'kms:GetPublicKey', 'kms:ListAliases', 's3:*'),
  Auditor: allow(
    ...LOOK,
    'cloudtrail:*',
    'cloudwatch:Describe*',
    'cloudwatch:Get*',
    'events:List*',
    's3:List*',
    'iam:Get*',
    'iam:List*',
  ),
}
