import { Agent, request } from 'node:http'
import { atShare } from './measure.mjs'

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
  return { ms, p50Ms: atShare(0.5, took), p99Ms: atShare(0.99, took) }
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
