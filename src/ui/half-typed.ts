import { useState } from 'react'
import { refuseCredentialsIn } from '../lab/guard.ts'
import type { Lab } from '../lab/lab.ts'
import { PROGRESS, type ProgressRow } from '../lab/rows.ts'

/*
 * What is half typed or half chosen, for this tab: it is there again after a refresh, after back and forward, and after
 * a look at another page. It is no work yet, so it is no action of the session; it ends with the tab.
 */

const KEY = 'kms-key-material-lab/half-typed'
/** As JSON; who pastes more brings it again. */
const MOST = 20_000
/** The newest worlds, the page among them. */
const WORLDS = 4

type Values = Map<string, Value>
interface Value {
  readonly now: unknown
  /** What of it may be kept where the browser keeps it */
  readonly kept: unknown
}

const worlds: Map<string, Values> = read()
let writes = false

/** Written down when the page is left, whichever way. */
function keep(): void {
  if (!writes) addEventListener('pagehide', write)
  writes = true
}

/** Belongs to the page itself, in whatever world. */
export const PAGE = 'page'

/** Another start of the same lab is another world; so is the sandbox. */
export function worldOf({ store, tables }: Lab): string {
  const { current } = store.getState()
  if (!current) return 'sandbox'
  const progress = tables.get<ProgressRow>(PROGRESS, current.labId)
  return [current.labId, current.seed, progress?.began ?? progress?.startedAt ?? 0].join('/')
}

/** @returns what was put under this name before, if it still is what one can use */
export function halfTyped<T>(
  world: string,
  name: string,
  fits: (value: unknown) => value is T,
): T | undefined {
  const value = worlds.get(world)?.get(name)?.now
  return fits(value) ? value : undefined
}

/** @param kept the part of it that may be written down: a secret is not */
export function putHalfTyped(world: string, name: string, now: unknown, kept: unknown = now): void {
  const values = worlds.get(world) ?? new Map<string, Value>()
  worlds.delete(world)
  worlds.set(world, values)
  for (const oldest of worlds.keys()) if (worlds.size > WORLDS && oldest !== PAGE) worlds.delete(oldest)
  values.set(name, { now, kept })
  keep()
}

/** For a world that is put in place of the present one. */
export function forgetHalfTyped(): void {
  for (const world of worlds.keys()) if (world !== PAGE) worlds.delete(world)
  keep()
}

/** As useState, for something that is half typed. */
export function useHalfTyped<T>(
  world: string,
  name: string,
  first: T,
  fits: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => halfTyped(world, name, fits) ?? first)
  return [
    value,
    (next) => {
      putHalfTyped(world, name, next)
      setValue(next)
    },
  ]
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText)
export const isOneOf =
  <T extends string>(options: readonly T[]) =>
  (value: unknown): value is T =>
    options.some((each) => each === value)

function write(): void {
  const told = Array.from(worlds, ([world, values]) => [
    world,
    Array.from(values, ([name, { kept }]) => [name, kept]).filter(([, kept]) => isHarmless(kept)),
  ])
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- for this tab alone; losing it costs some typing
    sessionStorage.setItem(KEY, JSON.stringify(told))
  } catch {
    // Storage is blocked or full: what is half typed lasts as long as this page.
  }
}

/** No long text, and nothing that looks like real credentials (T23). */
function isHarmless(value: unknown): boolean {
  if (value === undefined || JSON.stringify(value).length > MOST) return false
  try {
    refuseCredentialsIn(value)
    return true
  } catch {
    return false
  }
}

function read(): Map<string, Values> {
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- as above
    const told = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string, [string, unknown][]][]
    return new Map(
      told.map(([world, values]) => [
        world,
        new Map(values.map(([name, kept]) => [name, { now: kept, kept }])),
      ]),
    )
  } catch {
    return new Map()
  }
}
