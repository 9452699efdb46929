/** What an SDK sends with a request of AWS JSON 1.1; the signature is not checked. */
export const jsonHeaders = (operation, body) => ({
  'content-type': 'application/x-amz-json-1.1',
  'content-length': Buffer.byteLength(body),
  'x-amz-target': `TrentService.${operation}`,
  'x-amz-date': '20260112T090000Z',
  'user-agent': 'bench',
  authorization:
    'AWS4-HMAC-SHA256 Credential=bench/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=bench',
})
