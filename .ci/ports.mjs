import { createServer } from 'node:net'

/** The first port from `start` upward that nothing listens on. */
export async function freePort(start) {
  for (let port = start; port < start + 200; port++) if (await isFree(port)) return port
  throw new Error(`no free port from ${start} on`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)))
  })
}

/** Where the tests' own server listens, away from the ports of `npm start`. */
export async function testPorts() {
  const app = await freePort(4373)
  return { LAB_TEST_PORT: String(app), LAB_TEST_KMS_PORT: String(await freePort(4799)) }
}
