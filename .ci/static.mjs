import { inProject, tool } from './project.mjs'
import { runNode } from './run-node.mjs'

export const CODE = ['src', 'e2e', '.ci', 'vite.config.ts']
export const biomeArgs = [
  'format',
  `--config-path=${inProject('.ci', 'biome.format.json')}`,
  '--max-diagnostics=200',
]

export const types = (options) =>
  runNode(
    tool('typescript', 'tsc'),
    [
      '--noEmit',
      '--pretty',
      'false',
      '--incremental',
      '--tsBuildInfoFile',
      inProject('.cache', 'types.json'),
    ],
    options,
  )

export const format = (options) => runNode(tool('@biomejs/biome', 'biome'), [...biomeArgs, ...CODE], options)

export const lint = (options) =>
  runNode(tool('oxlint'), ['-c', inProject('.ci', 'oxlint.json'), '--format=unix', ...CODE], options)

export const floors = (options) =>
  runNode(
    tool('vitest'),
    ['run', '--config', inProject('.ci', 'vitest.config.ts'), '--project', 'node', 'src/floors.test.ts'],
    options,
  )
