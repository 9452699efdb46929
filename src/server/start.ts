import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startEndpoint } from './endpoint.ts'
import { createStaticServer } from './static.ts'

const HELP = `npm start -- [options]

The lab in the browser, and beside it a simulated AWS KMS for real SDKs and CLIs, both on this computer only.

  --port N        where the app is (4173; 0 takes any free port)
  --kms-port N    where the KMS endpoint is (4599; 0 takes any free port)
  --help          this text
`

interface Running {
  readonly port: number
  close(): Promise<void>
}

async function main(args: string[]): Promise<void> {
  const { port, 'kms-port': kmsPort, help } = read(args)
  if (help) return void process.stdout.write(HELP)

  const root = fileURLToPath(new URL('../app', import.meta.url))
  const app = await started('app', '--port', portOf('--port', port), (port) =>
    createStaticServer({ root, port }),
  )
  const kms = await started('KMS endpoint', '--kms-port', portOf('--kms-port', kmsPort), (port) =>
    startEndpoint({ port, onBug: (error) => console.error('Bug of the simulator:', error) }),
  )
  process.stdout.write(`
KMS Key Material Lab
  app           http://127.0.0.1:${app.port}
  KMS endpoint  http://127.0.0.1:${kms.port}   (AWS_ENDPOINT_URL_KMS; any credentials, no real secrets)

Ctrl+C stops both.
`)

  const stop = () => {
    Promise.all([app.close(), kms.close()]).then(
      () => process.exit(0),
      (error: unknown) => giveUp(String(error)),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function started(
  name: string,
  option: string,
  port: number,
  start: (port: number) => Promise<Running>,
): Promise<Running> {
  try {
    return await start(port)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      giveUp(`Port ${port} for the ${name} is taken by another program: choose one with ${option} N.`)
    if (code === 'EACCES')
      giveUp(`Port ${port} for the ${name} is not allowed here: choose one above 1023 with ${option} N.`)
    return giveUp(message)
  }
}

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4173' },
        'kms-port': { type: 'string', default: '4599' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    return giveUp((error as Error).message)
  }
}

function portOf(option: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  return giveUp(`${option} is a number up to 65535, got ${text}`)
}

function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

await main(process.argv.slice(2))
