/**
 * Mutation of the engine: each change to src/kms must be noticed by a test that runs in Node.
 * `npm run score:mutation`, or for one file `npm run score:mutation -- --mutate src/kms/expiration.ts`. All of it takes
 * many hours: `npm run score -- S9` judges a sample. Here a mutant with which a file no longer loads counts as survived.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.ci/vitest.mutation.config.ts' },
  mutate: ['src/kms/**/*.ts', '!src/kms/**/*.test.ts', '!src/kms/testing/**', '!src/kms/fixtures/**'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: false,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: '.cache/mutation/mutation.json' },
  tempDirName: '.cache/mutation/sandbox',
  // Links the packages instead of copying them; of the project only what the engine's tests read is copied.
  symlinkNodeModules: true,
  ignorePatterns: ['dist', 'e2e', 'public', 'test-results', 'docs/*.png', '.cache'],
}
