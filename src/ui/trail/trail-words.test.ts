import { describe, expect, it } from 'vitest'
import type { TrailEvent } from '../../kms/trail.ts'
import { byWhom, fits, keyOf, resultOf } from './trail-words.ts'

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/3f1c8a52-6d0e-4b7a-9c41-2f7be05d8a16'
const event = (change: Partial<TrailEvent> = {}): TrailEvent => ({
  eventVersion: '1.11',
  userIdentity: {
    accountId: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/KeyCustodian/amara',
  },
  eventTime: '2026-01-12T09:14:02Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'GetParametersForImport',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '192.0.2.1',
  userAgent: 'lab',
  requestParameters: { keyId: ARN, wrappingKeySpec: 'RSA_3072', wrappingAlgorithm: 'RSAES_OAEP_SHA_256' },
  responseElements: null,
  eventID: 'x',
  readOnly: true,
  resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN }],
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
  ...change,
})

describe('an audit record in one row', () => {
  it('names role and session, or KMS itself', () => {
    expect(byWhom(event())).toBe('KeyCustodian / amara')
    expect(byWhom(event({ userIdentity: { accountId: '111122223333', invokedBy: 'AWS Internal' } }))).toBe(
      'KMS itself',
    )
  })

  it('names the key as the learner knows it', () => {
    expect(keyOf(event(), new Map([[ARN, 'K2']]))).toBe('K2')
    expect(keyOf(event(), new Map())).toBe('3f1c8a52')
    expect(keyOf(event({ resources: [] }), new Map())).toBe('')
  })

  it('tells what matters of the request', () => {
    expect(resultOf(event())).toBe('RSA_3072, RSAES_OAEP_SHA_256')
    expect(
      resultOf(event({ requestParameters: null, serviceEventDetails: { keyMaterialId: 'ab'.repeat(32) } })),
    ).toBe('abababab')
  })

  it('is filtered by what it did', () => {
    expect(fits(event(), 'writes')).toBe(false)
    expect(fits(event({ errorCode: 'AccessDenied' }), 'errors')).toBe(true)
    expect(fits(event({ eventType: 'AwsServiceEvent' }), 'service')).toBe(true)
  })
})
