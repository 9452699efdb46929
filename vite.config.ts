import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { screenFiles } from './src/app/screen-files.ts'
import { metaPolicy } from './src/server/policy.ts'

/** Where the words of lessons are drawn, and what they rest on */
const READING =
  /src[\\/](?:ui[\\/](?:learn|lens)[\\/]|ui[\\/]brief[\\/]inline-|ui[\\/](?:camel|pages[\\/]page|pages[\\/]use-page-title)|course[\\/]words[\\/](?:claims|sources|lens|source-))/

/** What src/app/wake.ts asks for, by the names the build gives */
const ENGINE = ['aes-cbc', 'noble-ec', 'operations', 'cloud', 'create-lab', 'open-session'].map(
  (name) => `assets/${name}-`,
)
const isEngine = (file: string) => ENGINE.some((begin) => file.startsWith(begin))

/** Relative addresses everywhere: one build runs at a root, in a sub-path, in a frame and in a zip. */
export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), policyInPage(), engineByName(), screensInTheme(), integrityInPage()],
  // just-bash names it for gzip, which the shell leaves out.
  resolve: { alias: { 'node:zlib': fileURLToPath(new URL('src/shell/zlib.ts', import.meta.url)) } },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The engine comes after the page stands: asked for at once, its forty files alone would keep a phone busy.
      resolveDependencies: (file, files) => (isEngine(file) ? [] : files),
    },
    sourcemap: false,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What the page needs to draw itself is one file: on a phone each file of its own costs a way to the server.
            { name: 'main', tags: ['$initial'], priority: 1 },
            // A file of its own for the banks of cases: the labs alone fill most of what one may weigh.
            {
              name: 'lab-cases',
              test: /src[\\/]course[\\/]labs[\\/](architecture|decision-record)[\\/]/,
              includeDependenciesRecursively: false,
            },
            // What pages of text share: else a lesson comes in a dozen files of a few hundred bytes.
            {
              name: 'reading',
              test: READING,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
})

/** The policy as a meta element, for hosts that send no headers. Not while developing: hot reload needs inline code. */
function policyInPage(): Plugin {
  return {
    name: 'lab:policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** A file of the engine under another name would be preloaded with all it needs, and nobody would see why. */
function engineByName(): Plugin {
  return {
    name: 'lab:engine-by-name',
    apply: 'build',
    generateBundle(_, bundle) {
      const absent = ENGINE.filter((begin) => !Object.keys(bundle).some((file) => file.startsWith(begin)))
      if (absent.length > 0) throw new Error(`the build has no ${absent.join(', ')} (src/app/wake.ts)`)
    },
  }
}

/** Which files each screen needs besides the first ones, for theme.js. */
function screensInTheme(): Plugin {
  return {
    name: 'lab:screens',
    apply: 'build',
    writeBundle: {
      order: 'pre',
      handler({ dir }, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
        const first = chunks.find(({ isEntry }) => isEntry)?.fileName ?? ''
        const filesOf = (page: string) => {
          const files = new Set<string>()
          const visit = (name: string) => {
            if (name === first || files.has(name)) return
            files.add(name)
            const chunk = named.get(name)
            for (const style of chunk?.viteMetadata?.importedCss ?? []) files.add(style)
            chunk?.imports.forEach(visit)
          }
          const own = chunks.find(({ facadeModuleId }) =>
            facadeModuleId?.endsWith(`/src/ui/pages/${page}.tsx`),
          )
          if (!own) throw new Error(`no file of the build draws ${page}`)
          visit(own.fileName)
          return Array.from(files, (name) => name.replace('assets/', ''))
        }
        const list = screenFiles.map(([begins, page]) => [begins, filesOf(page)])
        const theme = join(dir ?? 'dist/app', 'theme.js')
        const text = readFileSync(theme, 'utf8')
        const filled = text.replace('const screens = []', () => `const screens = ${JSON.stringify(list)}`)
        if (filled === text) throw new Error('theme.js has no list of screens to fill')
        writeFileSync(theme, filled)
      },
    },
  }
}

/** Subresource Integrity for what index.html itself loads, from the files as they were written. */
function integrityInPage(): Plugin {
  return {
    name: 'lab:integrity',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      order: 'post',
      handler({ dir }) {
        const folder = dir ?? 'dist/app'
        const page = join(folder, 'index.html')
        const html = readFileSync(page, 'utf8').replace(LOADED, (element, address: string) => {
          const hash = createHash('sha384')
            .update(readFileSync(join(folder, address)))
            .digest('base64')
          return element.replace(/>$/, ` integrity="sha384-${hash}">`)
        })
        writeFileSync(page, html)
      },
    },
  }
}

/** Scripts, preloaded modules and style sheets of the page; their addresses start with ./ */
const LOADED = /<(?:script|link rel="(?:modulepreload|stylesheet)")[^>]*(?:src|href)="\.\/([^"]+)"[^>]*>/g
