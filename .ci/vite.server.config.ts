import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The files of src/server that a command of package.json runs. */
const DOORS = ['start', 'main', 'shell', 'labs', 'items', 'course', 'score']

/** Everything Node runs, packages included: dist/server needs no node_modules. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        DOORS.map((door) => [door, join(root, 'src', 'server', `${door}.ts`)] as const).filter(([, file]) =>
          existsSync(file),
        ),
      ),
    },
  },
})
