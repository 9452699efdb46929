import type { Bytes } from '../bytes/bytes.ts'
import { keyByArn } from '../course/account-view.ts'
import type { LabDefinition, Step } from '../course/lab-definition.ts'
import { plain } from '../course/words/plain.ts'
import { days, hours, minutes, seconds, type Instant } from '../world/clock.ts'
import { currentLab, standing } from './checks.ts'
import { says } from './desk-words.ts'
import { askTrail, keyNamer } from './desk-trail.ts'
import { here } from './here.ts'
import type { ClockReport, Lab } from './lab.ts'
import { LabRefusal } from './refusal.ts'
import { PROGRESS, type ProgressRow } from './rows.ts'
import type { Session } from './session.ts'
import { says as refusals } from './words.ts'

export interface DeskAnswer {
  readonly text: string
  readonly ok: boolean
}

export interface DeskPorts {
  readonly session: Session
  readonly lab: Omit<Lab, 'terminal'>
  /** Hands a file to the learner's computer */
  readonly offer: (bytes: Bytes) => void
}

/** How far one move may go, so that a slip of the finger does not carry out ten thousand years. */
const FARTHEST = days(3_653)
const HORIZON = days(731)
const MOST_EVENTS = 40

const orders: Readonly<Record<string, (words: readonly string[], ports: DeskPorts) => Promise<string>>> = {
  clock,
  hint,
  check: async (_, ports) => check(ports),
  log: async (words, { session }) => askTrail(words, session.tables),
  as: actAs,
  ring,
  'region-failure': regionFailure,
  undo: async (_, { lab }) => step(lab, 'undo'),
  redo: async (_, { lab }) => step(lab, 'redo'),
  reset,
  async save(_, { lab, offer }) {
    const bytes = await lab.save()
    offer(bytes)
    return says.saved(bytes.length)
  },
}

/** What only the lab itself can do, for the `lab` command. Never rejects for what a learner typed. */
export async function askDesk(words: readonly string[], ports: DeskPorts): Promise<DeskAnswer> {
  const [name = 'help', ...rest] = words
  if (name === 'help' || name === '--help') return { text: says.help, ok: true }
  const order = Object.hasOwn(orders, name) ? orders[name] : undefined
  if (!order) return { text: says.unknown(name), ok: false }
  try {
    return { text: await order(rest, ports), ok: true }
  } catch (error) {
    if (!(error instanceof LabRefusal)) throw error
    return { text: `lab ${name}: ${error.message}`, ok: false }
  }
}

async function clock(words: readonly string[], { session, lab }: DeskPorts): Promise<string> {
  const now = session.world.clock.now()
  const name = keyNamer(session.tables)
  const line = ({ due, before }: ClockReport['happened'][number]) =>
    says.due[due.kind](says.time(due.at), name(before))
  const [to, ...more] = words
  if (to === undefined || to === 'show') {
    const next = lab.upcoming(now + HORIZON)[0]
    return [says.now(says.time(now)), next ? says.next(line(next)) : says.nothingDue].join('\n')
  }
  if (more.length > 0) throw new LabRefusal(says.clockUsage)
  const report = await lab.moveClock(target(to, now))
  const rest = report.happened.length - MOST_EVENTS
  return [
    says.now(says.time(report.to)),
    ...report.happened.slice(0, MOST_EVENTS).map(line),
    ...(rest > 0 ? [says.moreEvents(rest)] : []),
  ].join('\n')
}

const UNITS = { s: seconds, m: minutes, h: hours, d: days } as const

/** +24h, +7d, +1d12h, or a moment as 2026-02-11T09:00Z. @throws LabRefusal */
function target(word: string, now: Instant): Instant {
  let to = Number.NaN
  if (/^\+(?:\d{1,7}[smhd]){1,4}$/.test(word)) {
    to = now
    for (const [, amount, unit] of word.matchAll(/(\d+)([smhd])/g))
      to += UNITS[unit as keyof typeof UNITS](Number(amount))
  } else if (/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/.test(word)) to = Date.parse(word)
  if (Number.isNaN(to)) throw new LabRefusal(says.clockUsage)
  if (to < now) throw new LabRefusal(says.noWayBack)
  if (to > now + FARTHEST) throw new LabRefusal(says.tooFar)
  return to
}

interface OpenStep {
  readonly lab: LabDefinition
  readonly step: Step
  readonly number: number
}

/** The first step with a condition that was not met, as the Brief shows it. */
function openStep({ session }: DeskPorts): OpenStep | undefined {
  const lab = session.current()
  const met = session.progress()?.met
  if (!lab || !met) throw new LabRefusal(says.noLab)
  const at = lab.steps.findIndex(({ conditions }) => conditions.some(({ id }) => !Object.hasOwn(met, id)))
  const step = lab.steps[at]
  return step && { lab, step, number: at + 1 }
}

async function hint(_: readonly string[], ports: DeskPorts): Promise<string> {
  const open = openStep(ports)
  if (!open) return says.allDone
  const { lab, step } = open
  const taken = ports.session.tables.get<ProgressRow>(PROGRESS, lab.id)?.hints[step.id] ?? 0
  const level = Math.min(taken + 1, 3) as 1 | 2 | 3
  if (level > taken) await ports.lab.takeHint(step.id, level)
  return plain(says.hint(level, step.title, here(step.hints[level - 1] ?? '', ports.session.tables)))
}

function check(ports: DeskPorts): string {
  const open = openStep(ports)
  if (!open) return says.allDone
  const { lab, step, number } = open
  const { tables, world } = ports.session
  const stands = new Map(standing(lab, tables, world.clock.now()).map((each) => [each.id, each]))
  const lines = step.conditions.flatMap(({ id, says: sentence }) => {
    const each = stands.get(id)
    if (each?.met) return [says.met(sentence, each.event)]
    const { now, lookAt } = { now: undefined, lookAt: undefined, ...each }
    return [says.open(sentence), ...says.details(now, lookAt)]
  })
  return plain([says.task(number, lab.steps.length, step.title), ...lines].join('\n'))
}

async function actAs(words: readonly string[], { session, lab }: DeskPorts): Promise<string> {
  const [as, region, ...more] = words
  if (more.length > 0) throw new LabRefusal(says.asUsage)
  if (as !== undefined) await lab.actAs({ as, ...(region === undefined ? {} : { region }) })
  const { acting } = lab.store.getState()
  return says.acting(acting.as, acting.region, session.world.clock.now())
}

/** A teaching model; the Region in which the learner acts unless one is named. */
async function regionFailure(words: readonly string[], { session, lab }: DeskPorts): Promise<string> {
  const [region = lab.store.getState().acting.region, ...more] = words
  if (more.length > 0) throw new LabRefusal(says.regionUsage)
  const name = keyNamer(session.tables)
  const arns = await lab.regionFailure(region)
  return says.regionFailed(region, arns.flatMap((arn) => keyByArn(session.tables, arn) ?? []).map(name))
}

/** A phone call, or whom one could ring up. */
async function ring(words: readonly string[], { session, lab }: DeskPorts): Promise<string> {
  const phone = session.current()?.phone
  if (!phone) throw new LabRefusal(refusals.nobodyToRing)
  const [about, ...more] = words
  if (about === undefined || more.length > 0)
    return says.phone(
      phone.who,
      phone.takes / minutes(1),
      phone.about.map(({ id }) => id),
    )
  const { said, until, gave } = await lab.ring(about)
  return plain(says.rang(phone.who, says.time(until), said, gave))
}

async function step(lab: DeskPorts['lab'], way: 'undo' | 'redo'): Promise<string> {
  const { canUndo, canRedo } = lab.store.getState()
  if (way === 'undo' ? !canUndo : !canRedo) throw new LabRefusal(says.nothingTo[way])
  await lab[way]()
  return says.done[way]
}

/** A lab starts over with the same seed; the sandbox becomes an empty account. */
async function reset(words: readonly string[], { session, lab }: DeskPorts): Promise<string> {
  if (words[0] !== '--yes') throw new LabRefusal(says.sure)
  const definition = session.current()
  const seed = currentLab(session.tables)?.seed
  await (definition && seed !== undefined ? lab.startLab(definition, seed) : lab.reset())
  return definition ? says.labAgain : says.emptyAgain
}
