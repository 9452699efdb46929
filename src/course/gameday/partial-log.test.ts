import { describe, expect, it } from 'vitest'
import { days, hours } from '../../world/clock.ts'
import { isAtHand } from '../../cloud/trail-gap.ts'
import { playHeadless } from '../headless.ts'
import { hands } from '../testing/hands.ts'
import { faultOfProposal } from './accept.ts'
import { firstSign } from './debrief.ts'
import { compiled } from './incident-lab.ts'
import type { FaultId, Plan } from './incident.ts'
import { SECONDS_PER_CALL } from './judge.ts'
import { labSeedOf, LEVELS } from './lab-seed.ts'
import { missing, needed } from './partial-log.ts'
import { planOf } from './plan.ts'
import { proveRecords } from './prove-night.ts'

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)
const plans = SEEDS.map((seed) => planOf(labSeedOf(seed, 0), 3))
const MONDAY = Date.UTC(2026, 0, 12)

/** A night of this fault, on which the records of its first day are not at hand. */
const withoutMonday = (fault: FaultId): Plan => ({
  ...planOf(labSeedOf(1, 0), 3),
  faults: [{ fault, service: 'trials' }],
  herrings: [],
  gap: { from: MONDAY, until: MONDAY + days(1) },
})
const night = (plan: Plan) =>
  playHeadless({ ...compiled(plan), secondsPerCall: SECONDS_PER_CALL }, plan.seed, hands)

describe('the gap in a trail', () => {
  it('is there at the third level alone, among the quiet days, and the story says so', () => {
    for (const level of LEVELS)
      expect(SEEDS.some((seed) => planOf(labSeedOf(seed, 0), level).gap !== undefined)).toBe(level === 3)
    for (const plan of plans) {
      const { from, until } = plan.gap ?? { from: 0, until: 0 }
      expect(until - from).toBeGreaterThanOrEqual(hours(20))
      expect(from).toBeGreaterThanOrEqual(MONDAY)
      expect(until).toBeLessThan(plan.brokenAt - hours(12))
      expect(compiled(plan).story.filter((text) => text.includes('device of the exercise'))).toHaveLength(1)
    }
    expect(new Set(plans.map(({ gap }) => new Date(gap?.from ?? 0).getUTCDay()))).toEqual(new Set([1, 2, 3]))
  })

  it('hides records from who reads and none from who judges', async () => {
    const plan = withoutMonday('G-01')
    const { view, request } = await night(plan)
    const hidden = view.scene().filter((event) => !isAtHand(event, plan.gap))
    expect(hidden.length).toBeGreaterThan(20)
    const [imported] = hidden.filter(({ eventName }) => eventName === 'ImportKeyMaterial')
    const byName = { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ImportKeyMaterial' }] }
    const found = await request('cloudtrail', 'LookupEvents', byName)
    expect(found).toMatchObject({ ok: true, output: { Events: [] } })
    expect(firstSign(plan, view)).toMatchObject({ event: imported?.number, hidden: true })
  })

  it('may hide an import, of which the custodian tells, and makes no night otherwise', async () => {
    const told = withoutMonday('G-01')
    const player = await night(told)
    expect(needed(told, player.view).map(({ eventName }) => eventName)).toEqual([
      'DeleteExpiredKeyMaterial',
      'ImportKeyMaterial',
    ])
    expect(missing(told, player.view)).toEqual([])
    expect(await proveRecords(told, player)).toBe(1)
    expect(await faultOfProposal(told, hands)).toEqual({ line: expect.anything() })

    const untold = withoutMonday('G-11')
    expect(await faultOfProposal(untold, hands)).toEqual({ rejected: 'nothing tells of ReplicateKey' })
    await expect(proveRecords(untold, await night(untold))).rejects.toThrow(
      'neither the trail nor the custodian tells of ReplicateKey',
    )
  })
})
