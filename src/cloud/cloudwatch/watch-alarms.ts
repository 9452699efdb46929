import { Draft, type Tables } from '../../kms/tables.ts'
import type { Instant } from '../../world/clock.ts'
import { ALARMS, type AlarmRow, type AlarmState } from './alarm.ts'
import { noteHistory } from './alarm-history.ts'
import { nextTransition } from './evaluate-alarm.ts'
import type { ExpirationRow } from './expiration-metric.ts'
import { countdownOf } from './metrics.ts'

/** An alarm that went from one state to another. */
export interface Transition {
  readonly at: Instant
  readonly alarm: AlarmRow
  readonly from: { readonly state: AlarmState; readonly reason: string; readonly since: Instant }
}

const NOTHING: Pick<ExpirationRow, 'spans'> = { spans: [] }

/**
 * Brings alarms up to the present, each through every state it had on the way, at the minute at which it changed.
 * How an alarm stands follows from its row and the dates of its metric alone, so what was looked at once with the
 * same rows need not be looked at again.
 */
export class AlarmWatch {
  readonly #tables: Tables
  readonly #seen = new WeakMap<AlarmRow, { readonly dates: object; readonly until: Instant }>()

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** Writes what changed by now. @returns it, oldest first */
  bringTo(now: Instant): Transition[] {
    const tables = this.#tables.names().filter((name) => name.startsWith(ALARMS))
    if (tables.length === 0) return []
    const draft = new Draft(this.#tables)
    const all = tables.flatMap((table) =>
      [...this.#tables.rows<AlarmRow>(table)].flatMap(([, alarm]) => this.#follow(alarm, now)),
    )
    all.sort((a, b) => a.at - b.at)
    for (const transition of all) {
      const { alarm, from, at } = transition
      noteHistory(draft, alarm, {
        at,
        type: 'StateUpdate',
        summary: `Alarm updated from ${from.state} to ${alarm.state}`,
        data: JSON.stringify({
          version: '1.0',
          oldState: { stateValue: from.state, stateReason: from.reason },
          newState: { stateValue: alarm.state, stateReason: alarm.stateReason },
        }),
      })
      draft.put(`${ALARMS}${alarm.accountId}/${alarm.region}`, alarm.name, alarm)
    }
    this.#tables.apply(draft.change())
    return all
  }

  #follow(alarm: AlarmRow, now: Instant): Transition[] {
    const dates = countdownOf(this.#tables, alarm, alarm.metric) ?? NOTHING
    const known = this.#seen.get(alarm)
    const after = Math.max(alarm.stateUpdatedAt, alarm.configuredAt, known?.dates === dates ? known.until : 0)
    const transitions: Transition[] = []
    let last = alarm
    for (
      let next = nextTransition(last, dates.spans, after, now);
      next;
      next = nextTransition(last, dates.spans, next.at, now)
    ) {
      const from = { state: last.state, reason: last.stateReason, since: last.transitionedAt }
      const { state, reason: stateReason, at } = next
      last = { ...last, state, stateReason, stateUpdatedAt: at, transitionedAt: at }
      transitions.push({ at, alarm: last, from })
    }
    this.#seen.set(last, { dates, until: now })
    return transitions
  }
}
