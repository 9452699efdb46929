/**
 * All state of a world, as named tables of rows. A row is plain data and never changed in place:
 * a change is a list of puts, and applying one gives back the list that undoes it. The journal, undo,
 * snapshots and the screens all live on this one idea.
 */
export type Put = readonly [table: string, key: string, row: unknown | null]
export type Change = readonly Put[]

/** Reads shared by the tables themselves and by a draft over them. */
export interface TableReader {
  get<Row>(table: string, key: string): Row | undefined
  /** In the order in which rows were first put. */
  rows<Row>(table: string): IterableIterator<[key: string, row: Row]>
  /** How many rows, without counting them */
  size(table: string): number
  /** The rows whose member has this value, without looking at every row; in no order that may matter. */
  where<Row>(table: string, member: keyof Row & string, value: string): Row[]
  names(): readonly string[]
}

export class Tables implements TableReader {
  readonly #tables = new Map<string, Map<string, unknown>>()
  /** Table and member, then value, then the keys of its rows: made at the first question, followed from then on */
  readonly #indexes = new Map<string, Map<string, Map<string, Set<string>>>>()
  readonly #listeners = new Set<(change: Change) => void>()

  constructor(change: Change = []) {
    this.apply(change)
  }

  get<Row>(table: string, key: string): Row | undefined {
    return this.#tables.get(table)?.get(key) as Row | undefined
  }

  *rows<Row>(table: string): IterableIterator<[string, Row]> {
    yield* (this.#tables.get(table) ?? new Map()) as Map<string, Row>
  }

  size(table: string): number {
    return this.#tables.get(table)?.size ?? 0
  }

  where<Row>(table: string, member: keyof Row & string, value: string): Row[] {
    const members = this.#indexes.get(table) ?? new Map<string, Map<string, Set<string>>>()
    this.#indexes.set(table, members)
    let byValue = members.get(member)
    if (!byValue) {
      members.set(member, (byValue = new Map()))
      for (const [key, row] of this.rows<Row>(table)) file(byValue, valueOf(row, member), key)
    }
    return [...(byValue.get(value) ?? [])].map((key) => this.get<Row>(table, key) as Row)
  }

  names(): string[] {
    return [...this.#tables.keys()]
  }

  /** @returns the change that takes this one back */
  apply(change: Change): Change {
    const inverse: Put[] = []
    for (const [name, key, row] of change) {
      const table = this.#tables.get(name) ?? new Map<string, unknown>()
      this.#tables.set(name, table)
      const before = table.get(key) ?? null
      inverse.push([name, key, before])
      for (const [member, byValue] of this.#indexes.get(name) ?? []) {
        byValue.get(valueOf(before, member))?.delete(key)
        if (row !== null) file(byValue, valueOf(row, member), key)
      }
      if (row === null) table.delete(key)
      else table.set(key, row)
    }
    if (change.length > 0) for (const listener of this.#listeners) listener(change)
    return inverse.reverse()
  }

  /** Everything, as the change that would rebuild it from nothing. */
  dump(): Change {
    const all: Put[] = []
    for (const [name, table] of this.#tables) for (const [key, row] of table) all.push([name, key, row])
    return all
  }

  /** Called with each change after it is visible. @returns the way to stop */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

const valueOf = (row: unknown, member: string) => String((row as Record<string, unknown> | null)?.[member])

function file(byValue: Map<string, Set<string>>, value: string, key: string): void {
  const keys = byValue.get(value)
  if (keys) keys.add(key)
  else byValue.set(value, new Set([key]))
}

/** What an operation writes while it runs. Nothing of it is visible before the engine applies the change. */
export class Draft implements TableReader {
  readonly #base: TableReader
  readonly #puts = new Map<string, Map<string, unknown | null>>()

  constructor(base: TableReader) {
    this.#base = base
  }

  get<Row>(table: string, key: string): Row | undefined {
    const written = this.#puts.get(table)
    if (written?.has(key)) return (written.get(key) ?? undefined) as Row | undefined
    return this.#base.get<Row>(table, key)
  }

  *rows<Row>(table: string): IterableIterator<[string, Row]> {
    const written = this.#puts.get(table)
    const seen = new Set<string>()
    for (const [key, row] of this.#base.rows<Row>(table)) {
      seen.add(key)
      if (!written?.has(key)) yield [key, row]
      else if (written.get(key) !== null) yield [key, written.get(key) as Row]
    }
    for (const [key, row] of written ?? []) if (row !== null && !seen.has(key)) yield [key, row as Row]
  }

  size(table: string): number {
    let size = this.#base.size(table)
    for (const [key, row] of this.#puts.get(table) ?? []) {
      const before = this.#base.get(table, key) !== undefined
      if (before && row === null) size--
      if (!before && row !== null) size++
    }
    return size
  }

  where<Row>(table: string, member: keyof Row & string, value: string): Row[] {
    const written = this.#puts.get(table)
    const base = this.#base.where<Row>(table, member, value)
    if (!written) return base
    const changed = new Set([...written.keys()].map((key) => this.#base.get<Row>(table, key)))
    const fresh = [...written.values()].filter((row) => row !== null && valueOf(row, member) === value)
    return [...base.filter((row) => !changed.has(row)), ...(fresh as Row[])]
  }

  names(): readonly string[] {
    return [...new Set([...this.#base.names(), ...this.#puts.keys()])]
  }

  put(table: string, key: string, row: unknown): void {
    this.#write(table, key, row)
  }

  remove(table: string, key: string): void {
    this.#write(table, key, null)
  }

  apply(change: Change): void {
    for (const [table, key, row] of change) this.#write(table, key, row)
  }

  change(): Change {
    const all: Put[] = []
    for (const [table, rows] of this.#puts) for (const [key, row] of rows) all.push([table, key, row])
    return all
  }

  #write(table: string, key: string, row: unknown | null): void {
    const rows = this.#puts.get(table) ?? new Map<string, unknown | null>()
    this.#puts.set(table, rows)
    rows.set(key, row)
  }
}
