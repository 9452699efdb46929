import { sources, type SourceId } from './sources.ts'

/** How a page is named beside a statement, from its address: `Developer Guide, importing-keys`. */
export function sourceName(id: SourceId): string {
  const { hostname, pathname } = new URL(sources[id])
  const parts = pathname.split('/').filter((part) => part !== '')
  const page = (parts.at(-1) ?? '').replace(/\.html$/, '').replace(/^API_/, '')
  const book = BOOKS.find(([within]) => `${hostname}${pathname}`.includes(within))?.[1] ?? hostname
  return `${book}, ${page}`
}

const BOOKS = [
  ['kms/latest/APIReference', 'KMS API reference'],
  ['kms/latest/developerguide', 'KMS Developer Guide'],
  ['kms/latest/cryptographic-details', 'KMS Cryptographic Details'],
  ['AmazonS3/latest', 'S3 User Guide'],
  ['aws.amazon.com/kms/sla', 'KMS Service Level Agreement'],
  ['aws.amazon.com/kms/pricing', 'KMS prices'],
  ['aws.amazon.com/blogs', 'AWS Security Blog'],
  ['cloudhsm/latest/userguide', 'CloudHSM User Guide'],
  ['safelogic.com', 'SafeLogic blog'],
  ['repost.aws', 'AWS re:Post'],
  ['github.com/boto/botocore', 'AWS SDK for Python'],
] as const
