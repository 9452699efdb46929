import type { Put, Tables } from '../../kms/tables.ts'
import type { Instant, MovableClock } from '../../world/clock.ts'
import { actOf, type AppPorts } from './act.ts'
import { APPS, appRows, resultsTable, type ActResult, type AppRow, type AppSetup } from './app.ts'
import { dueActs } from './due-acts.ts'

/** How many results of an app are kept. */
export const MOST_RESULTS = 96

export interface TimePorts extends AppPorts {
  readonly clock: MovableClock
}

/** Installed once more, an app begins anew. */
export function installApp(tables: Tables, app: AppSetup): void {
  const table = resultsTable(app.name)
  const before = Array.from(tables.rows(table), ([key]) => [table, key, null] as const)
  tables.apply([...before, [APPS, app.name, { ...app, acts: 0, written: 0 } satisfies AppRow]])
}

/**
 * The one way in which time passes where apps may live: the clock goes to each moment at which one acts, in order,
 * and then to the end. What is due by itself happens on the way, before an act at the same instant.
 */
export async function passTime(ports: TimePorts, to: Instant): Promise<void> {
  const { cloud, clock } = ports
  const from = clock.now()
  const move = (at: Instant) => clock.advance(Math.max(0, at - clock.now()))
  let marks: readonly Instant[] | undefined
  const whenAnythingHappens = () => (marks ??= cloud.upcoming(to).map(({ due }) => due.at))
  const plan = appRows(cloud.tables).flatMap((app, order) =>
    dueActs(app, from, to, whenAnythingHappens).map((act) => ({ ...act, order, name: app.name })),
  )
  plan.sort((a, b) => a.at - b.at || a.order - b.order)
  for (const { at, name, stands } of plan) {
    move(at)
    const app = cloud.tables.get<AppRow>(APPS, name)
    if (!app) continue
    const { written = 0, ...outcome } = await actOf(ports, app)
    const next: AppRow = { ...app, acts: app.acts + 1, written: app.written + written }
    cloud.tables.apply([[APPS, name, next], ...noted(cloud.tables, next, { at, stands, ...outcome })])
  }
  move(to)
  await cloud.settle()
}

function noted(tables: Tables, { name, acts }: AppRow, result: ActResult): Put[] {
  const table = resultsTable(name)
  const tooOld = String(acts - MOST_RESULTS)
  return [
    ...(tables.get(table, tooOld) === undefined ? [] : ([[table, tooOld, null]] as const)),
    [table, String(acts), result],
  ]
}
