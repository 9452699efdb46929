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
  names(): readonly string[]
}

export class Tables implements TableReader {
  readonly #tables = new Map<string, Map<string, unknown>>()
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

  names(): string[] {
    return [...this.#tables.keys()]
  }

  /** @returns the change that takes this one back */
  apply(change: Change): Change {
    const inverse: Put[] = []
    for (const [name, key, row] of change) {
      const table = this.#tables.get(name) ?? new Map<string, unknown>()
      this.#tables.set(name, table)
      inverse.push([name, key, table.get(key) ?? null])
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
