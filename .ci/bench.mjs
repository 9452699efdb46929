import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { endpointRates } from './bench/endpoint-rates.mjs'
import { endpointShare } from './bench/endpoint-share.mjs'
import { figureRows, machineLines, markdown, plain, rateRows } from './bench/figures.mjs'
import { told } from './bench/processes.mjs'
import { weigh } from './budget.mjs'
import { ensureBuilt } from './build.mjs'
import { command, inProject, say } from './project.mjs'

// npm run bench: measures the figures we aim for, prints them and writes docs/figures.md. A missed aim is said, not failed.
const OUT = inProject('.cache', 'bench')
const options = { configFile: false, root: inProject('.ci', 'bench'), logLevel: 'error', base: './' }

await command(async () => {
  await ensureBuilt(['app'])
  // Only now is it sure that the packages are there.
  const [{ build }, { measureInBrowser }, { terminalLatency }, { flowFrames }] = await Promise.all([
    import('vite'),
    import('./bench/in-browser.mjs'),
    import('./bench/terminal.mjs'),
    import('./bench/flow-frames.mjs'),
  ])
  say('Building the bench ...')
  await build({ ...options, build: { outDir: `${OUT}/page`, emptyOutDir: true, target: 'es2023' } })
  await build({
    ...options,
    build: {
      ssr: true,
      outDir: `${OUT}/node`,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: ['endpoint', 'memory'].map((name) => inProject('.ci', 'bench', `${name}.ts`)),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })

  const { version, ...inBrowser } = await measureInBrowser({ ...options, build: { outDir: `${OUT}/page` } })
  say('Measuring the endpoint ...')
  const measured = {
    ...inBrowser,
    terminal: await terminalLatency(),
    flow: await flowFrames(),
    endpoint: await endpointShare(`${OUT}/node/endpoint.mjs`),
    endpointRates: await endpointRates(`${OUT}/node/endpoint.mjs`),
    memory: await told(`${OUT}/node/memory.mjs`, ['--expose-gc']),
    bundle: weigh(),
  }

  const machine = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    chromium: version,
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: cpus().length,
    memoryGiB: totalmem() / 2 ** 30,
    load: loadavg()[0],
  }
  const rows = figureRows(measured)
  const rates = rateRows(measured.endpointRates)
  process.stdout.write(`${machineLines(machine).join('\n')}\n\n${plain(rows)}\n\n${plain(rates)}\n`)
  mkdirSync(inProject('docs'), { recursive: true })
  writeFileSync(inProject('docs', 'figures.md'), markdown(rows, rates, machine))
})
