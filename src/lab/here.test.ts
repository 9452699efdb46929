import { expect, it } from 'vitest'
import type { TableReader } from '../kms/tables.ts'
import { NAMES } from './rows.ts'
import { here } from './here.ts'

const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/ea9667d3-3df5-4b5e-a3cd-0c1152d3847d'
const tables = {
  get: (table: string, key: string) => (table === NAMES && key === 'K2' ? ARN : undefined),
} as unknown as TableReader

it('puts the ID or the ARN of a named key in its place', () => {
  expect(here('--key-id <ID of K2> or <ARN of K2>', tables)).toBe(
    `--key-id ea9667d3-3df5-4b5e-a3cd-0c1152d3847d or ${ARN}`,
  )
})

it('leaves the words for a key that this world does not have, and anything else in angle brackets', () => {
  const line = '--key-id <ID of K9> --valid-to <date> < in.bin > out.bin'
  expect(here(line, tables)).toBe(line)
})
