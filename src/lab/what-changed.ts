import { OBJECTS } from '../cloud/s3/rows.ts'
import { trailEvent, trailLength } from '../cloud/trail.ts'
import { keyState, type AliasRecord, type KeyRecord, type KeyState } from '../kms/key.ts'
import { Tables } from '../kms/tables.ts'
import type { Entry } from './journal.ts'
import { FILES } from './rows.ts'

/** A key that is new, gone or other than it was. */
export interface KeyChange {
  readonly arn: string
  readonly before?: KeyRecord
  readonly after?: KeyRecord
  readonly states: { readonly from?: KeyState; readonly to?: KeyState }
  /** How many materials came and went, and whether another one is current */
  readonly materials: { readonly more: number; readonly gone: number; readonly other: boolean }
}

export interface AliasChange {
  readonly name: string
  readonly from?: string
  readonly to?: string
}

export interface Counted {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What a world is now, against what it was when the lab began. */
export interface WhatChanged {
  readonly keys: readonly KeyChange[]
  readonly aliases: readonly AliasChange[]
  /** Objects of the store */
  readonly objects: Counted
  /** The learner's files */
  readonly files: Counted
  /** New records: how many, how many of them refused, and what was asked, the most frequent first */
  readonly records: {
    readonly count: number
    readonly refused: number
    readonly names: readonly (readonly [name: string, times: number])[]
  }
}

/**
 * The world as the newest start of this lab left it: everything that the start put, since it begins from nothing.
 *
 * @returns undefined where the journal does not reach back that far
 */
export function worldAtStart(journal: readonly Entry[], labId: string): Tables | undefined {
  const start = journal.findLast(({ action }) => action.kind === 'start-lab' && action.labId === labId)
  return start && new Tables(start.change.filter(([, , row]) => row !== null))
}

export function whatChanged(before: Tables, after: Tables): WhatChanged {
  return {
    keys: keyChanges(before, after),
    aliases: aliasChanges(before, after),
    objects: counted(before, after, (table) => table.startsWith(OBJECTS)),
    files: counted(before, after, (table) => table === FILES),
    records: newRecords(after, trailLength(before)),
  }
}

function keyChanges(before: Tables, after: Tables): readonly KeyChange[] {
  return differing<KeyRecord>(before, after, (table) => table.startsWith('keys/')).flatMap(([was, is]) => {
    const ids = (key: KeyRecord | undefined) =>
      key?.materials.flatMap(({ id, token }) => (token === null ? [] : [id])) ?? []
    const current = (key: KeyRecord | undefined) =>
      key?.materials.find(({ state }) => state === 'CURRENT')?.id
    const [old, fresh] = [ids(was), ids(is)]
    const states = { ...(was && { from: keyState(was) }), ...(is && { to: keyState(is) }) }
    const materials = {
      more: fresh.filter((id) => !old.includes(id)).length,
      gone: old.filter((id) => !fresh.includes(id)).length,
      other: was !== undefined && current(was) !== undefined && current(was) !== current(is),
    }
    const same = states.from === states.to && materials.more === 0 && materials.gone === 0 && !materials.other
    if (same) return []
    return [
      {
        arn: (is ?? was)?.arn ?? '',
        ...(was && { before: was }),
        ...(is && { after: is }),
        states,
        materials,
      },
    ]
  })
}

const aliasChanges = (before: Tables, after: Tables): readonly AliasChange[] =>
  differing<AliasRecord>(before, after, (table) => table.startsWith('aliases/'))
    .filter(([was, is]) => was?.targetKeyId !== is?.targetKeyId)
    .map(([was, is]) => ({
      name: (is ?? was)?.name ?? '',
      ...(was && { from: was.targetKeyId }),
      ...(is && { to: is.targetKeyId }),
    }))

function counted(before: Tables, after: Tables, of: (table: string) => boolean): Counted {
  const pairs = differing<unknown>(before, after, of)
  return {
    added: pairs.filter(([was]) => was === undefined).length,
    changed: pairs.filter(([was, is]) => was !== undefined && is !== undefined).length,
    removed: pairs.filter(([, is]) => is === undefined).length,
  }
}

/** Rows that are not the same text before and after, in the order of the tables. */
function differing<Row>(
  before: Tables,
  after: Tables,
  of: (table: string) => boolean,
): (readonly [was: Row | undefined, is: Row | undefined])[] {
  const tables = [...new Set([...before.names(), ...after.names()])].filter(of)
  return tables.flatMap((table) => {
    const keys = new Set([...before.rows(table), ...after.rows(table)].map(([key]) => key))
    return [...keys].flatMap((key) => {
      const pair = [before.get<Row>(table, key), after.get<Row>(table, key)] as const
      return same(pair[0], pair[1]) ? [] : [pair]
    })
  })
}

const same = (one: unknown, two: unknown): boolean =>
  one === two || JSON.stringify(one) === JSON.stringify(two)

function newRecords(after: Tables, first: number): WhatChanged['records'] {
  const names = new Map<string, number>()
  let refused = 0
  let count = 0
  for (let number = first + 1; number <= trailLength(after); number++) {
    const event = trailEvent(after, number)
    if (!event) continue
    count++
    if (event.errorCode !== undefined) refused++
    names.set(event.eventName, (names.get(event.eventName) ?? 0) + 1)
  }
  return { count, refused, names: [...names].sort(([, one], [, two]) => two - one) }
}
