import { connect, type Socket } from 'node:net'

/** For tests: exactly these bytes on a socket, and whatever comes back before the other side closes. */
export function sendRaw(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      answer += chunk
      // A kept connection does not close: one whole answer is enough.
      const final = answer.replace('HTTP/1.1 100 Continue\r\n\r\n', '')
      const [head = '', body] = final.split('\r\n\r\n', 2)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
      if (body !== undefined && body.length >= length) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.on('error', () => undefined)
    socket.once('error', reject)
  })
}

const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=lab/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0000000000000000'

/** A correct request, which a test then spoils in one place. */
export const headersFor = (port: number, operation: string): Record<string, string> => ({
  Host: `127.0.0.1:${port}`,
  'Content-Type': 'application/x-amz-json-1.1',
  'X-Amz-Target': `TrentService.${operation}`,
  Authorization: AUTHORIZATION,
})

export function rawRequest(
  headers: Readonly<Record<string, string>>,
  body: string,
  start = 'POST / HTTP/1.1',
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [start, ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
}
