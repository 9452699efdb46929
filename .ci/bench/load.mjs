import { Agent, request } from 'node:http'

// Told {port, count, headers, body, connections}: sends that many requests over kept connections (8 unless told) and
// tells how long it took, and how long half of them and 99 % of them took at most.
const agents = new Map()

process.on('message', async (job) => process.send(await run(job)))
process.on('disconnect', () => process.exit())
process.send({})

async function run({ port, count, headers, body, connections = 8 }) {
  const name = `${port}/${connections}`
  const agent = agents.get(name) ?? new Agent({ keepAlive: true, maxSockets: connections })
  agents.set(name, agent)
  const options = { host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent }
  const took = []
  let left = count
  const start = performance.now()
  const line = async () => {
    while (left-- > 0) {
      const sent = performance.now()
      await once(options, body)
      took.push(performance.now() - sent)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, line))
  } catch (error) {
    return { error: error.message }
  }
  const ms = performance.now() - start
  took.sort((a, b) => a - b)
  const atMost = (share) => took[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)]
  return { ms, p50Ms: atMost(0.5), p99Ms: atMost(0.99) }
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
