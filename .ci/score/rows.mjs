import { spawnSync } from 'node:child_process'

const both = (...files) => ({ node: files, chromium: files })
const same = (count) => ({ node: count, chromium: count })
const PROVIDERS = [
  ['webcrypto', /\bwebcrypto\b/],
  ['pure', /\bpure\b/],
]
const kms = (...names) => names.map((name) => `src/kms/${name}.test.ts`)

/** Operations of KMS that the boto3 of this computer knows: its model is the source, and it learns new ones later. */
function knownToBoto3() {
  const names = 'boto3.client("kms", region_name="eu-west-1").meta.service_model.operation_names'
  const { status, stdout } = spawnSync('python3', ['-c', `import boto3; print(len(${names}))`], {
    encoding: 'utf8',
  })
  return status === 0 ? Number(stdout) : 56
}

/**
 * The scoreboard's manifest: what each row stands for, which tests count for it, and how much must have run.
 * `expected` is typed here from the sources of a row, per project of Vitest, and not taken from the tests;
 * with --full it gets true. `parts` splits a figure by the names of its tests.
 */
export const rows = [
  {
    id: 'S1',
    title: 'Wycheproof vectors, judged as KMS would',
    target: 'all 45 files, 6,402 cases, by each provider that has the algorithm, in Node and in Chromium',
    files: both(
      ...['aes', 'ec', 'ml-dsa', 'rsa'].map((name) => `src/crypto/wycheproof-${name}.vectors.test.ts`),
    ),
    // AES-KW and AES-KWP (165 and 254) are one code for both providers.
    expected: () => same(2 * (6_402 - 419) + 419),
    parts: PROVIDERS,
  },
  {
    id: 'S2',
    title:
      'RFC examples and what the real OpenSSL made, through the crypto port and the ImportKeyMaterial of the engine',
    target:
      '314 imports, 105 known answers, 9 shared secrets and 8 too large, by each provider; 8 RFC examples; 314 through the engine',
    files: both(
      'src/crypto/import-wrap.vectors.test.ts',
      'src/crypto/known-answers.vectors.test.ts',
      'src/kms/import-fixtures.vectors.test.ts',
    ),
    expected: () => same(2 * (314 + 105 + 9 + 8) + 8 + 314),
    parts: [...PROVIDERS, ['through the engine', /through the engine/]],
  },
  {
    id: 'S3',
    title:
      'Material that the real openssl made and wrapped: imported, used, and openssl agrees; with one mistake, refused',
    target:
      '500 random trials: 375 of seven kinds of material, 125 of ten mistakes; OpenSSL 3 must be on the computer',
    files: { node: ['src/server/openssl-live.test.ts'] },
    expected: () => ({ node: 500 }),
    parts: [
      ['mistakes', /is refused when one thing is wrong/],
      ...['AES', 'HMAC', 'ECC signing', 'Ed25519', 'ECDH', 'RSA signing', 'RSA encryption'].map((kind) => [
        kind,
        new RegExp(`wrapped ${kind} is imported`),
      ]),
    ],
  },
  {
    id: 'S4',
    title:
      'Real clients at the endpoint: boto3, judged by its own model, and the AWS CLI, judged by what it printed when it was recorded',
    target:
      'as many of the 56 operations as the model of boto3 has, 8 paginators, 371 lines of AWS CLI 2.9.19; both must be on the computer',
    files: { node: ['src/server/boto3-live.test.ts', 'src/server/cli-live.test.ts'] },
    expected: () => ({ node: knownToBoto3() + 8 + 371 }),
    parts: [
      ['CLI lines', /\bprints what it printed\b/],
      ['operations', /\boperation \w+ answers/],
      ['paginators', /\bpaginate_/],
    ],
  },
  {
    id: 'S5',
    title:
      'Key-state table: each cell tried on a key that is really in that state, brought there through the API',
    target:
      '448 cells of 56 operations and 8 states: 355 tried, 13 that no key of the operation’s kind can be in, 80 of operations without a key',
    files: { node: kms('key-state') },
    expected: () => ({ node: 355 }),
  },
  {
    id: 'S6',
    title: 'Errors that operations declare, each provoked',
    target:
      '410 pairs of operation and error: 276 that a caller causes, 113 transient ones through injected faults, 21 that nothing known causes',
    files: { node: kms('declared-errors') },
    expected: () => ({ node: 389 }),
  },
  {
    id: 'S7',
    title: 'Constraints of the API model on inputs, each held and each broken at its edge, with AWS’s words',
    target: '539 constraints of 56 operations',
    files: { node: kms('constraints') },
    expected: () => ({ node: 539 }),
  },
  {
    id: 'S8',
    title:
      'Random histories of keys and their material against a reference model, each replayed to the same state',
    target: '2,000 histories of up to 40 commands; 100,000 of up to 60 with --full',
    files: { node: kms('histories') },
    expected: (full) => ({ node: full ? 100_000 : 2_000 }),
  },
  {
    id: 'S9',
    title: 'Small changes to the engine, drawn by the seed from all that Stryker can make: a test notices',
    target: 'at least 85 % noticed of 400 drawn, 1,500 with --full; what nobody notices is looked at',
    // Takes the better part of an hour: only when it is named.
    onlyNamed: true,
    mutants: (full) => (full ? 1_500 : 400),
    aim: 0.85,
  },
  {
    id: 'S10',
    title:
      'Malformed requests to the endpoint: a modelled error or a closed connection within a second, state untouched',
    target: '20,000 requests of all 56 operations, spoilt in 19 ways; 1,000,000 with --full',
    files: { node: ['src/server/endpoint-fuzz.test.ts'] },
    expected: (full) => ({ node: full ? 1_000_000 : 20_000 }),
  },
  {
    id: 'S11',
    title:
      'Lines of the terminal: fuzz, and what the real AWS CLI, OpenSSL and coreutils were recorded to print',
    target:
      '4,000 fuzzed lines, 100,000 with --full; 371 of aws, 194 of openssl, 304 of small tools that agree byte for byte',
    files: {
      node: [
        'src/shell/any-line.test.ts',
        'src/shell/commands/aws/replay.test.ts',
        'src/shell/commands/openssl/openssl.test.ts',
        'src/shell/builtins/tools.test.ts',
      ],
    },
    expected: (full) => ({ node: (full ? 100_000 : 4_000) + 371 + 194 + 304 }),
    parts: [
      ['fuzz', /\bany line\b/],
      ['aws', /\baws prints\b/],
      ['openssl', /\bOpenSSL 3/],
      ['small tools', /\bour tools\b/],
    ],
  },
  {
    id: 'S17',
    title: 'One journey through all 56 operations, and one state at its end',
    target: 'eight time zones, both providers, Node and Chromium',
    files: {
      node: kms('time-zones', 'journey.vectors'),
      chromium: kms('journey.vectors'),
    },
    expected: () => ({ node: 10, chromium: 2 }),
  },
]
