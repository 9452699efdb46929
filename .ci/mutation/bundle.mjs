import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { inProject, root } from '../project.mjs'
import { testFiles } from './instrument.mjs'

/** Two folders deep, as the tests are: what they read beside the sources they find by this path. */
const OUT = inProject('.cache', 'mutation')

/** The engine's tests with the given sources in the place of the real ones. @returns the module's address */
export async function bundle(sources) {
  mkdirSync(OUT, { recursive: true })
  const entry = `${OUT}/entry.mjs`
  const loads = testFiles.map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(inProject(file))}),`,
  )
  writeFileSync(
    entry,
    `export { collect, runTest, tests } from 'vitest'\nexport const loads = {\n${loads.join('\n')}\n}\n`,
  )
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'instrumented',
        enforce: 'pre',
        load: (id) => sources.get(id.slice(root.length + 1).replaceAll('\\', '/')),
      },
    ],
    resolve: { alias: { vitest: inProject('.ci', 'mutation', 'vitest-shim.mjs') } },
    ssr: { noExternal: true, external: ['@vitest/expect'] },
    build: {
      ssr: entry,
      outDir: OUT,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'tests.mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' } },
    },
  })
  return pathToFileURL(`${OUT}/tests.mjs`).href
}
