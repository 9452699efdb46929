import { describe, expect, it } from 'vitest'
import type { TrailEvent } from '../../kms/trail.ts'
import { issuedParameters } from './issued-parameters.ts'

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1'
const event = (spec: string, more: Partial<TrailEvent> = {}) =>
  ({
    eventName: 'GetParametersForImport',
    eventTime: '2026-01-12T09:06:12Z',
    requestParameters: { wrappingAlgorithm: 'RSAES_OAEP_SHA_256', wrappingKeySpec: spec },
    resources: [{ accountId: '', type: 'AWS::KMS::Key', ARN: arn }],
    ...more,
  }) as TrailEvent

describe('the parameters a learner holds', () => {
  it('are those of the newest answered request for this key', () => {
    const trail = [
      event('RSA_2048'),
      event('RSA_4096'),
      event('RSA_3072', { errorCode: 'KMSInvalidStateException' }),
      event('RSA_3072', { resources: [] }),
    ]
    expect(issuedParameters(trail, arn)).toEqual({
      keyArn: arn,
      algorithm: 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: 'RSA_4096',
      validTo: Date.UTC(2026, 0, 13, 9, 6, 12),
    })
  })

  it('are none when nobody asked', () => {
    expect(issuedParameters([], arn)).toBeUndefined()
  })
})
