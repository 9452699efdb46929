import type { IncomingMessage } from 'node:http'
import type { Bytes } from '../bytes/bytes.ts'

const NOTHING: Bytes = new Uint8Array(0)

/**
 * The whole body, which arrives in one piece as a rule.
 *
 * @returns 'too large' as soon as it is, 'aborted' when the client went away or was too slow
 */
export function readBody(request: IncomingMessage, most: number): Promise<Bytes | 'too large' | 'aborted'> {
  if (request.destroyed) return Promise.resolve('aborted')
  return new Promise((resolve) => {
    const chunks: Bytes[] = []
    let length = 0
    request.on('data', (chunk: Buffer<ArrayBuffer>) => {
      length += chunk.length
      if (length > most) {
        request.pause()
        request.removeAllListeners('data')
        resolve('too large')
      } else chunks.push(chunk)
    })
    request.once('end', () =>
      resolve(chunks.length < 2 ? (chunks[0] ?? NOTHING) : (Buffer.concat(chunks) as Bytes)),
    )
    request.once('error', () => resolve('aborted'))
    request.once('close', () => resolve('aborted'))
  })
}
