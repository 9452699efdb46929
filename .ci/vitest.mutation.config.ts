import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The engine's own tests in Node, for Stryker. The slow proofs are left out: they are no help in finding a mutant. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    testTimeout: 20_000,
    include: ['src/kms/**/*.test.ts'],
    exclude: ['src/kms/histories.test.ts', 'src/kms/time-zones.test.ts', 'src/kms/**/*.vectors.test.ts'],
  },
})
