import { createServer } from 'node:http'
import { tellUsage } from './usage.mjs'

// The least an HTTP server that speaks JSON can do: read the body, parse it, write it again.
const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.from(JSON.stringify(JSON.parse(Buffer.concat(chunks).toString('utf8'))))
    response.writeHead(200, {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': body.length,
    })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => tellUsage({ port: server.address().port }))
