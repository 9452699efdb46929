import { Tables, type Change, type Put } from '../kms/tables.ts'

/** Everything that changed between two moments, and the change that takes it back. */
export interface Recording {
  readonly change: Change
  readonly inverse: Change
}

/** Tables that can tell what an action did to them as a whole. */
export class RecordedTables extends Tables {
  // Not a private field: the constructor of Tables applies a change before fields of ours exist.
  private recorder?: (change: Change, inverse: Change) => void

  override apply(change: Change): Change {
    const inverse = super.apply(change)
    this.recorder?.(change, inverse)
    return inverse
  }

  /** @returns ends the recording; a second call gives the same answer */
  record(): () => Recording {
    if (this.recorder) throw new TypeError('an action is being recorded already')
    const changes: Put[] = []
    let inverses: Put[] = []
    this.recorder = (change, inverse) => {
      changes.push(...change)
      inverses = [...inverse, ...inverses]
    }
    return () => {
      delete this.recorder
      return { change: condensed(changes), inverse: condensed(inverses) }
    }
  }
}

/** One put per row where that makes no difference: a row removed in between takes its new place. */
function condensed(puts: readonly Put[]): Change {
  const places = new Map<string, number>()
  const kept: Put[] = []
  for (const put of puts) {
    const [table, key, row] = put
    const name = JSON.stringify([table, key])
    const place = places.get(name)
    if (place !== undefined && row !== null && kept[place]?.[2] !== null) kept[place] = put
    else {
      places.set(name, kept.length)
      kept.push(put)
    }
  }
  return kept
}
