import { flag, integer, oneOf, optional, secretBlob, stringMap, text, timestamp } from '../../kms/shapes.ts'

export const bucketName = () => text({ min: 1, max: 255 })
export const objectKey = () => text({ min: 1, max: 1024 })
export const algorithmEnum = oneOf('AES256', 'aws:kms')

/** What a request may ask of the encryption of a new object. */
export const wantedEncryption = {
  ServerSideEncryption: optional(algorithmEnum),
  SSEKMSKeyId: optional(text({ min: 1, max: 2048 })),
  /** Base64 of JSON, as the header has it */
  SSEKMSEncryptionContext: optional(text({ max: 8192 })),
  BucketKeyEnabled: optional(flag()),
}

/** What an answer says of the encryption of an object. */
export const shownEncryption = {
  ServerSideEncryption: optional(algorithmEnum),
  SSEKMSKeyId: optional(text()),
  BucketKeyEnabled: optional(flag()),
}

export const objectHead = {
  LastModified: optional(timestamp()),
  ContentLength: optional(integer()),
  ETag: optional(text()),
  ContentType: optional(text()),
  ServerSideEncryption: optional(algorithmEnum),
  Metadata: optional(stringMap()),
  SSEKMSKeyId: optional(text()),
  BucketKeyEnabled: optional(flag()),
}

/** What an object holds is its owner's: never kept in a journal. */
export const body = () => secretBlob()
