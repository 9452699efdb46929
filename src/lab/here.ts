import type { TableReader } from '../kms/tables.ts'
import { NAMES } from './rows.ts'

/** "<ID of K2>" and "<ARN of K2>" as that key has them in this world; for a key that is not there the words stay. */
export const here = (text: string, tables: TableReader): string =>
  text.replace(/<(ID|ARN) of (\w+)>/g, (words, what: string, name: string) => {
    const arn = tables.get<string>(NAMES, name)
    if (arn === undefined) return words
    return what === 'ARN' ? arn : arn.slice(arn.lastIndexOf('/') + 1)
  })
