import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { metaPolicy } from './src/server/policy.ts'

/** Relative addresses everywhere: one build runs at a root, in a sub-path, in a frame and in a zip. */
export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), policyInPage(), integrityInPage()],
  // just-bash names it for gzip, which the shell leaves out.
  resolve: { alias: { 'node:zlib': fileURLToPath(new URL('src/shell/zlib.ts', import.meta.url)) } },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A file of its own for the banks of cases: the labs alone fill most of what one may weigh.
          groups: [
            {
              name: 'lab-cases',
              test: /src[\\/]course[\\/]labs[\\/](architecture|decision-record)[\\/]/,
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
