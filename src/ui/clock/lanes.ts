import type { DueEvent } from '../../kms/engine.ts'
import { keyState, type KeyRecord } from '../../kms/key.ts'
import { days, hours, minutes, type Instant } from '../../world/clock.ts'
import { isImported, shortId } from '../key-look.ts'
import { day, clockTime, dayAndYear } from '../when.ts'

/** solid: there and usable; outline: there, but the key is stopped; hatched: on the way to deletion. */
export type Bar = 'solid' | 'outline' | 'hatched'

export interface Segment {
  readonly from: Instant
  readonly to: Instant
  readonly bar: Bar
}

export interface Lane {
  readonly key: KeyRecord
  readonly custody: 'kms' | 'you'
  /** One row for what KMS made; one per material that was brought */
  readonly rows: readonly { readonly label: string; readonly segments: readonly Segment[] }[]
  readonly marks: readonly DueEvent[]
}

const MOST_ROWS = 3

/** Each key over time, from now to `until`, as `events` say it will go. */
export function lanes(
  keys: readonly KeyRecord[],
  events: readonly DueEvent[],
  now: Instant,
  until: Instant,
): Lane[] {
  return keys.map((key) => {
    const own = events.filter(({ keyArn }) => keyArn === key.arn)
    const pieces: { record: KeyRecord | null; from: Instant; to: Instant }[] = []
    let record: KeyRecord | null = key
    let from = now
    for (const event of own) {
      const at = Math.max(event.due.at, now)
      if (at > from) pieces.push({ record, from, to: at })
      record = event.after
      from = at
    }
    if (until > from) pieces.push({ record, from, to: until })
    const imported = isImported(key)
    const ids = imported ? key.materials.slice(-MOST_ROWS).map(({ id }) => id) : [undefined]
    return {
      key,
      custody: imported ? 'you' : 'kms',
      rows: ids.map((id) => ({
        label: id && ids.length > 1 ? shortId(id).slice(0, 4) : '',
        segments: joined(pieces.flatMap((piece) => segment(piece, id))),
      })),
      marks: own,
    }
  })
}

function segment(
  { record, from, to }: { record: KeyRecord | null; from: Instant; to: Instant },
  materialId: string | undefined,
): Segment[] {
  if (!record) return []
  const state = keyState(record)
  if (state === 'PendingDeletion') return [{ from, to, bar: 'hatched' }]
  if (materialId !== undefined && !record.materials.find(({ id }) => id === materialId)?.token) return []
  return [{ from, to, bar: state === 'Enabled' ? 'solid' : 'outline' }]
}

function joined(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = []
  for (const next of segments) {
    const last = out.at(-1)
    if (last && last.bar === next.bar && last.to === next.from) out[out.length - 1] = { ...last, to: next.to }
    else out.push(next)
  }
  return out
}

const STEPS = [
  minutes(5),
  minutes(15),
  minutes(30),
  hours(1),
  hours(3),
  hours(6),
  hours(12),
  days(1),
  days(2),
  days(7),
  days(14),
  days(30),
  days(90),
  days(365),
  days(3650),
]
const MOST_TICKS = 5

/** Where the time axis is marked, and with what. */
export function ticks(from: Instant, to: Instant): { readonly at: Instant; readonly text: string }[] {
  const step = STEPS.find((ms) => (to - from) / ms <= MOST_TICKS) ?? to - from
  const out: { at: Instant; text: string }[] = []
  for (let at = Math.ceil((from + 1) / step) * step; at <= to; at += step) {
    out.push({
      at,
      text:
        step >= days(365)
          ? dayAndYear(at)
          : step >= days(1)
            ? day(at)
            : step >= hours(3)
              ? `${day(at)} ${clockTime(at)}`
              : clockTime(at),
    })
  }
  return out
}
