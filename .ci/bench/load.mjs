import { Agent, request } from 'node:http'

// Told {port, count, headers, body}: sends that many requests over 8 kept connections and tells how long it took.
const CONNECTIONS = 8
const agents = new Map()

process.on('message', async (job) => process.send(await run(job)))
process.on('disconnect', () => process.exit())
process.send({})

async function run({ port, count, headers, body }) {
  const agent = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  agents.set(port, agent)
  const options = { host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent }
  let left = count
  const start = performance.now()
  const line = async () => {
    while (left-- > 0) await once(options, body)
  }
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, line))
  } catch (error) {
    return { error: error.message }
  }
  return { ms: performance.now() - start }
}

function once(options, body) {
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      )
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
