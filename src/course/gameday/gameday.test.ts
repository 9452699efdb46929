import { describe, expect, it } from 'vitest'
import { correctOption } from '../evidence.ts'
import { firedMoves, openConditions, playHeadless } from '../headless.ts'
import type { Player } from '../plays/player.ts'
import { hands } from '../testing/hands.ts'
import { acceptedIncident, faultOfProposal } from './accept.ts'
import { playBestLine } from './best-line.ts'
import { firstSign, timelineOf } from './debrief.ts'
import { EVIDENCE, evidenceOf } from './evidence-entry.ts'
import { faults } from './faults/index.ts'
import { harms } from './harm.ts'
import { compiled } from './incident-lab.ts'
import type { Fault, Plan } from './incident.ts'
import { SECONDS_PER_CALL, solved } from './judge.ts'
import { labSeedOf, LEVELS, seedOfLab } from './lab-seed.ts'
import { planOf, rootFault } from './plan.ts'
import { proveNight } from './prove-night.ts'
import { questionsOf } from './questions.ts'
import { playReflex } from './reflex.ts'
import { beforeTheLearner } from './repairs.ts'
import { beliefsShown, scoreOf, total } from './score.ts'
import { BILLING, FAR, services, STANDBY } from './services.ts'

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)
/** Each of them is a night of a thousand calls, played twice: these few are played here, forty were when a fault changed. */
const PLAYED = SEEDS.slice(0, 10)

const alone = (fault: Fault): Plan => ({
  ...planOf(labSeedOf(1, 0), fault.levels[0] ?? 1),
  faults: [{ fault: fault.id, service: Number(fault.id.slice(2)) % 2 === 0 ? 'trials' : 'archive' }],
  herrings: [],
})
const byId = (wanted: string) => faults.find(({ id }) => id === wanted) as Fault
const verdictOf = (plan: Plan, player: Player, id: string) => {
  const conditions = compiled(plan).steps.flatMap((step) => step.conditions)
  const verdict = conditions.find((condition) => condition.id === id)?.holds(player.view)
  return verdict?.met === false ? verdict : undefined
}
const night = (plan: Plan) =>
  playHeadless({ ...compiled(plan), secondsPerCall: SECONDS_PER_CALL }, plan.seed, hands)

describe.each(faults)('$id', (fault) => {
  it('is found in the trail, does not pass by waiting, and is over after its cure', async () => {
    const plan = alone(fault)
    const service = services[plan.faults[0]?.service ?? 'trials']
    const player = await night(plan)
    const { view } = player
    const failed = view.apps().flatMap(({ results }) => results.filter(({ failed }) => failed > 0))
    expect(failed.sort((a, b) => a.at - b.at)[0]?.code).toBe(fault.code)
    expect(failed.every(({ at }) => at >= plan.brokenAt)).toBe(true)
    expect(beforeTheLearner(view)).toContainEqual(fault.evidence(view, service))
    // Its settings are no key's state: only the apps tell.
    if (fault.id !== 'G-10') expect(fault.repaired(view, service)).toBe(false)

    // An alarm of expiry watches material that has an end.
    const dated = view
      .scene()
      .filter(({ requestParameters }) => requestParameters?.expirationModel === 'KEY_MATERIAL_EXPIRES')
      .flatMap(({ resources = [] }) => resources.map(({ ARN }) => ARN?.split('/')[1]))
    const watched = view.alarms().map(({ metric }) => metric.Dimensions[0]?.Value)
    expect(watched.filter((id) => !dated.includes(id))).toEqual([])
    if (fault.id === 'G-01') expect(watched).toHaveLength(1)

    const line = await playBestLine(plan, player)
    expect(line.some(({ operation }) => operation === 'ImportKeyMaterial')).toBe(
      fault.shows.includes('AVL-2'),
    )
    // With its calls to the custodian, where it needs her: nobody is asked to be faster than the reference.
    expect(solved(plan, player.view)).toBe(true)
    expect(scoreOf(plan, player.view)[0]).toMatchObject({ id: 'service', points: 30 })

    expect(await faultOfProposal(plan, hands)).toEqual({ line: expect.anything() })
  })
})

describe('the generator', () => {
  it('gives the same plan for the same seed, another one for another seed, and what its level asks for', () => {
    for (const level of LEVELS) {
      const plans = SEEDS.map((seed) => planOf(labSeedOf(seed, 0), level))
      expect(plans).toEqual(SEEDS.map((seed) => planOf(labSeedOf(seed, 0), level)))
      expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(SEEDS.length)
      for (const plan of plans) {
        expect(rootFault(plan).levels).toContain(level)
        expect([plan.faults.length, plan.herrings.length]).toEqual([level === 1 ? 1 : 2, level - 1])
        expect(new Set(plan.faults.map(({ service }) => service)).size).toBe(plan.faults.length)
        expect(plan.beginAt).toBeGreaterThan(plan.brokenAt)
      }
    }
    const roots = LEVELS.flatMap((level) =>
      SEEDS.map((seed) => rootFault(planOf(labSeedOf(seed, 0), level)).id),
    )
    expect(new Set(roots).size).toBe(faults.length)
  })

  it('sets two roots beside each other at the third level, or one that is grave and a plain fault', () => {
    const pairs = SEEDS.map((seed) => {
      const { faults: planned } = planOf(labSeedOf(seed, 0), 3)
      return planned.map(({ fault }) => faults.find(({ id }) => id === fault) as Fault)
    })
    const grave = (fault: Fault | undefined) => fault?.id === 'G-13' || fault?.id === 'G-14'
    for (const [root, other] of pairs) {
      expect(grave(other)).toBe(false)
      expect(grave(root) ? other?.side : other?.levels.includes(3)).toBe(true)
    }
    // Some of the second ones are such that no lower level would have them second.
    expect(pairs.some(([root, other]) => !grave(root) && !other?.side)).toBe(true)
  })

  it('gives the third level a second Region that works, and the others none', async () => {
    for (const level of LEVELS) {
      const disabled = [{ fault: 'G-03', service: 'trials' }] as const
      const { view } = await night({ ...planOf(labSeedOf(2, 0), level), faults: disabled, herrings: [] })
      const far = view.scene().filter(({ awsRegion }) => awsRegion === FAR)
      const standby = view.apps().find(({ name }) => name === STANDBY.reader)
      expect([far.length > 0, standby?.last?.failed]).toEqual(level === 3 ? [true, 0] : [false, undefined])
    }
  })

  it('keeps seed and attempt apart in the seed of the lab', () => {
    expect(seedOfLab(labSeedOf(123_456, 5))).toEqual({ seed: 123_456, attempt: 5 })
  })

  it.each(LEVELS)('finds an incident of level %i for each seed, solved by its best line', async (level) => {
    for (const seed of PLAYED) {
      const { plan, line, labSeed } = await acceptedIncident(seed, level, hands)
      expect(plan).toEqual(planOf(labSeed, level))
      expect(line.length).toBeGreaterThan(0)
      expect(line.filter(({ error }) => error !== undefined)).toEqual([])
    }
  })

  it('rejects a night on which nothing is wrong, and one that its line does not repair', async () => {
    const plan = planOf(labSeedOf(1, 0), 1)
    expect(await faultOfProposal({ ...plan, faults: [] }, hands)).toEqual({
      rejected: 'it is solved by waiting',
    })
    const half: Plan = { ...plan, faults: [{ fault: 'G-03', service: 'trials' }] }
    const idle = faults.find(({ id }) => id === 'G-03') as { cure: Fault['cure'] }
    const cure = idle.cure
    idle.cure = () => Promise.resolve()
    expect(await faultOfProposal(half, hands)).toEqual({ rejected: 'its best line does not solve it' })
    idle.cure = () => Promise.reject(new Error('the best line fails'))
    expect(await faultOfProposal(half, hands)).toEqual({ rejected: 'the best line fails' })
    idle.cure = cure
  })

  it.each(LEVELS)('makes a night of level %i that no reflex solves', async (level) => {
    for (const seed of [1, 2, 3]) expect(await proveNight(seed, level, hands)).toMatchObject({ refused: 0 })
  })

  it('is not believed when the reflex would do', async () => {
    const plan = alone(faults.find(({ id }) => id === 'G-03') as Fault)
    const player = await night(plan)
    await playReflex({ ...plan, faults: [{ fault: 'G-05', service: 'trials' }] }, player)
    expect(solved(plan, player.view)).toBe(true)
  })

  it('makes the same world to the byte for the same seed', async () => {
    const plan = planOf(labSeedOf(3, 0), 2)
    const [one, two] = [await night(plan), await night(plan)]
    expect(two.view.scene()).toEqual(one.view.scene())
    expect(two.view.objects()).toEqual(one.view.objects())
  })
})

const answerAll = (plan: Plan, player: Player) => {
  for (const question of questionsOf(plan)) player.answer(question.id, correctOption(question))
  player.answer(EVIDENCE, String(evidenceOf(plan, player.view)?.number))
}

describe('the questions', () => {
  it('have one right answer each, and no second cause that is true as well', () => {
    for (const level of LEVELS)
      for (const seed of SEEDS) {
        const plan = planOf(labSeedOf(seed, 0), level)
        const questions = questionsOf(plan)
        expect(questions.map(({ id }) => id)).toEqual(['cause', 'who', 'verdict', 'first-sign', 'prevention'])
        for (const { options } of questions) {
          expect(options.filter(({ correct }) => correct)).toHaveLength(1)
          expect(options.length).toBeGreaterThanOrEqual(4)
          expect(new Set(options.map(({ text }) => text)).size).toBe(options.length)
        }
        const offered = questions[0]?.options.map(({ id }) => faults.find((fault) => fault.id === id)?.family)
        expect(new Set(offered).size).toBe(4)
      }
  })

  it('offer no measure beside the right one that would have helped on this night as well', () => {
    for (const level of LEVELS)
      for (const seed of SEEDS) {
        const plan = planOf(labSeedOf(seed, 0), level)
        const offered =
          questionsOf(plan)
            .at(-1)
            ?.options.map(({ id }) => byId(id)) ?? []
        const planned = plan.faults.map(({ fault }) => byId(fault).family)
        const others = offered.filter(({ family }) => !planned.includes(family))
        const ends = planned.some((family) => family.startsWith('expiry'))
        if (ends) {
          expect(others.filter(({ family }) => family.startsWith('expiry'))).toEqual([])
          expect(others.filter(({ lost }) => lost)).toEqual([])
        }
        if (planned.includes('hostile'))
          expect(others.filter(({ family }) => family.startsWith('deletion'))).toEqual([])
        if (planned.some((family) => family.startsWith('deletion')))
          expect(others.filter(({ family }) => family === 'hostile')).toEqual([])
      }
  })
})

describe('the score', () => {
  const plan: Plan = { ...alone(faults[2] as Fault), level: 2 }

  it('is full for the best line with right answers, and the lab is passed', async () => {
    const player = await night(plan)
    await playBestLine(plan, player)
    answerAll(plan, player)
    expect(openConditions(compiled(plan), player.view)).toEqual([])
    expect(scoreOf(plan, player.view).map(({ points, of }) => [points, of])).toEqual([
      [30, 30],
      [30, 30],
      [20, 20],
      [10, 10],
      [10, 10],
    ])
  })

  it('takes points for time, harm, keys without need and wrong answers, and none for the rest', async () => {
    const player = await night(plan)
    await player.moveClock(player.view.now + 40 * 60_000)
    await player.call('CreateKey', {})
    await player.call('ScheduleKeyDeletion', { KeyId: player.arn(BILLING) })
    await playBestLine(plan, player)
    answerAll(plan, player)
    player.answer('verdict', 'support')
    player.answer(EVIDENCE, '1')
    const parts = Object.fromEntries(scoreOf(plan, player.view).map(({ id, points }) => [id, points]))
    expect(parts).toMatchObject({ data: 30, cause: 12, safety: 0, cost: 7 })
    expect(parts.service).toBeLessThan(5)
    expect(beliefsShown(plan, player.view)).toEqual(['M-26'])
  })

  it('gives none for speed when a record is lost that could be saved', async () => {
    const player = await night(plan)
    const { key } = services[plan.faults[0]?.service ?? 'trials']
    await player.call('ScheduleKeyDeletion', { KeyId: player.arn(key), PendingWindowInDays: 7 })
    await player.moveClock(player.view.now + 8 * 86_400_000)
    const parts = scoreOf(plan, player.view)
    expect(parts[0]).toMatchObject({ id: 'service', points: 0 })
    expect(parts[1]?.points).toBeLessThan(15)
    expect(total(parts)).toBeLessThan(40)
    expect(solved(plan, player.view)).toBe(false)
  })

  it('gives none for a service that still stands, whatever the key says', async () => {
    const denied = alone(faults.find(({ id }) => id === 'G-12') as Fault)
    const { view } = await night(denied)
    const [service, data] = scoreOf(denied, view)
    expect([service?.points, data?.points]).toEqual([0, 30])
  })

  it('lets a hostile session undo a repair that came before the containment', async () => {
    const hostile = faults.find(({ id }) => id === 'G-14') as Fault
    const plan = alone(hostile)
    const player = await night(plan)
    const { key } = services[plan.faults[0]?.service ?? 'trials']
    await player.call('CancelKeyDeletion', { KeyId: player.arn(key) })
    await player.call('EnableKey', { KeyId: player.arn(key) })
    await player.moveClock(player.view.now + 10 * 60_000)
    expect(player.view.state(key)).toBe('PendingDeletion')
  })
})

describe('the debrief', () => {
  it('sets the causes beside the learner’s acts in order, and names the first moment to know', async () => {
    const plan = alone(faults[0] as Fault)
    const player = await night(plan)
    await playBestLine(plan, player)
    const rows = timelineOf(plan, player.view)
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => a - b))
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['cause', 'alarm', 'failure', 'came', 'you', 'back']),
    )
    expect(rows.find(({ kind }) => kind === 'alarm')?.at).toBeLessThan(plan.brokenAt)
    const sign = firstSign(plan, player.view)
    expect(player.view.scene()[(sign.event ?? 0) - 1]?.eventName).toBe('ImportKeyMaterial')
    expect(sign.at).toBeLessThan(plan.brokenAt)
  })

  it('knows the cause, the first moment and what KMS did, also when the key has been let go', async () => {
    const plan = alone(byId('G-04'))
    const player = await night(plan)
    const before = evidenceOf(plan, player.view)
    expect(before?.eventName).toBe('ScheduleKeyDeletion')
    await player.moveClock(player.view.now + 8 * 86_400_000)
    expect(player.view.key(services.trials.key)).toBeUndefined()
    expect(evidenceOf(plan, player.view)).toEqual(before)
    expect(firstSign(plan, player.view).event).toBe(before?.number)
    const rows = timelineOf(plan, player.view)
    expect(rows.find(({ kind }) => kind === 'cause')?.event).toBe(before?.number)
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'kms', says: 'DeleteKey' }))
    expect(rows.at(-1)?.kind).toBe('down')
    expect(verdictOf(plan, player, 'data')?.now).toContain('the KMS key is deleted')
  })
})

describe('the first task', () => {
  it('says when an app failed, and whether it has run since the learner changed something', async () => {
    const plan = alone(byId('G-03'))
    const player = await night(plan)
    const { key } = services[plan.faults[0]?.service ?? 'trials']
    expect(verdictOf(plan, player, 'green')?.lookAt).toContain('newest failed calls')
    await byId('G-03').cure(player, services[plan.faults[0]?.service ?? 'trials'])
    expect(player.view.state(key)).toBe('Enabled')
    const stale = verdictOf(plan, player, 'green')
    expect(stale?.now).toMatch(/^`archive-intake` failed at \d\d:\d\d with DisabledException/)
    expect(stale?.lookAt).toContain('has not run again since your last change')
    expect(scoreOf(plan, player.view)[0]?.because).toBe('Not every app works.')
    await player.moveClock(player.view.now + 10 * 60_000)
    expect(scoreOf(plan, player.view)[0]?.because).toBe(
      'No record failed after you came; 3 min are the target.',
    )
  })
})

describe('a game day as a lab', () => {
  it('knows its wrong moves from the learner’s calls alone', async () => {
    const player = await night(alone(faults[13] as Fault))
    expect(firedMoves(compiled(alone(faults[13] as Fault)), player.view)).toEqual([])
    expect(harms.map(({ id }) => id)).toContain('schedules-deletion')
  })
})
