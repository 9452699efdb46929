import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decodeHex } from '../bytes/hex.ts'
import { seededEntropy } from '../world/entropy.ts'
import { systemEntropy } from '../world/system.ts'
import { DEFAULT_ACCOUNT, DEFAULT_REGION } from './endpoint.ts'
import { nodeProvider } from './node-provider.ts'
import { runScript } from './script.ts'

const START = '2026-01-12T09:00:00Z'
const HELP = `npm run -s shell < SCRIPT
npm run -s shell -- [options] FILE

Runs a script in the shell of the lab: the same commands and the same world as in the page, from an empty
account. Reads FILE or standard input, and nothing else of this computer. Its end is the script's.

  --trail           prints the audit trail as JSON at the end
  --seed HEX        64 hex digits: the same random bytes each time (else this computer's)
  --start INSTANT   what the clock shows at first (${START})
  --account ID      12 digits (${DEFAULT_ACCOUNT})
  --region NAME     (${DEFAULT_REGION})
  --help            this text
`

function read(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      trail: { type: 'boolean', default: false },
      seed: { type: 'string' },
      start: { type: 'string', default: START },
      account: { type: 'string', default: DEFAULT_ACCOUNT },
      region: { type: 'string', default: DEFAULT_REGION },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const start = Date.parse(values.start)
  if (!/^\d{12}$/.test(values.account)) throw new Error(`--account has 12 digits, got ${values.account}`)
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(values.region))
    throw new Error(`--region looks like ${DEFAULT_REGION}, got ${values.region}`)
  if (Number.isNaN(start)) throw new Error(`--start looks like ${START}, got ${values.start}`)
  if (values.seed !== undefined && !/^[0-9a-f]{64}$/i.test(values.seed))
    throw new Error('--seed has 64 hex digits')
  if (positionals.length > 1) throw new Error('One script at a time')
  return { ...values, start, file: positionals[0] }
}

async function main(): Promise<void> {
  const { help, trail, seed, file, ...place } = read(process.argv.slice(2))
  if (help) return void process.stdout.write(HELP)
  const script = readFileSync(file ?? 0, 'utf8')
  const end = await runScript(script, {
    ...place,
    entropy: seed === undefined ? systemEntropy : seededEntropy(decodeHex(seed)),
    crypto: nodeProvider(),
    onOutput: (stream, bytes) => process[stream].write(bytes),
    onBug: (error) => console.error('Bug of the simulator:', error),
  })
  if (trail) process.stdout.write(`${JSON.stringify({ events: end.trail }, undefined, 2)}\n`)
  process.exitCode = end.exitCode
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
})
