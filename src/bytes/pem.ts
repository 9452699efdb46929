import { decodeBase64, encodeBase64 } from './base64.ts'
import type { Bytes } from './bytes.ts'

export interface PemBlock {
  /** What stands after BEGIN, for example PRIVATE KEY. */
  readonly label: string
  readonly der: Bytes
}

const LABEL = /^[\x21-\x2c\x2e-\x7e]+(?:[- ][\x21-\x2c\x2e-\x7e]+)*$/
const BLOCK = /-----BEGIN ([^\r\n]*?)-----[ \t]*\r?\n([^-]*)-----END ([^\r\n]*?)-----/g

/** RFC 7468: 64 letters a line, ends with a newline. @throws RangeError for a label the RFC does not allow */
export function encodePem(label: string, der: Uint8Array): string {
  if (!LABEL.test(label)) throw new RangeError(`not a PEM label: ${label}`)
  const lines = encodeBase64(der).match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/**
 * Every block in the text; what stands before, between and after them is explanatory text (RFC 7468, 5.2).
 *
 * @throws RangeError for a BEGIN without its END, labels that differ, headers of the old kind, or a body that is not base64
 */
export function decodePem(text: string): PemBlock[] {
  const blocks = [...text.matchAll(BLOCK)].map(([, begin = '', body = '', end = '']) => {
    if (begin !== end) throw new RangeError(`PEM block begins as ${begin} and ends as ${end}`)
    if (!LABEL.test(begin)) throw new RangeError(`not a PEM label: ${begin}`)
    return { label: begin, der: decodeBase64(body.replace(/[ \t\r\n]/g, '')) }
  })
  const begun = text.split('-----BEGIN ').length - 1
  if (begun !== blocks.length) throw new RangeError('a PEM block has a BEGIN line without its END line')
  return blocks
}
