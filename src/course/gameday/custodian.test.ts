import { describe, expect, it } from 'vitest'
import { days, minutes } from '../../world/clock.ts'
import { playHeadless } from '../headless.ts'
import { hands } from '../testing/hands.ts'
import { importAgain, keyOf, rightFile } from './cures.ts'
import { timelineOf } from './debrief.ts'
import { faultOf, faults } from './faults/index.ts'
import { compiled } from './incident-lab.ts'
import type { FaultId, Plan } from './incident.ts'
import { SECONDS_PER_CALL } from './judge.ts'
import { labSeedOf } from './lab-seed.ts'
import { planOf } from './plan.ts'
import { safeFile } from './scene-keys.ts'
import { scoreOf } from './score.ts'
import { archive, trials } from './services.ts'

const nightOf = async (fault: FaultId) => {
  const plan: Plan = {
    ...planOf(labSeedOf(1, 0), faultOf(fault).levels[0] ?? 1),
    faults: [{ fault, service: 'trials' }],
    herrings: [],
  }
  const player = await playHeadless({ ...compiled(plan), secondsPerCall: SECONDS_PER_CALL }, plan.seed, hands)
  const ring = async (about = trials.bucket) => {
    await player.ring(about)
    const { said, gave } = player.view.rings.at(-1) ?? { said: [], gave: [] }
    return { said: said.join(' '), gave }
  }
  return { plan, player, ring }
}

describe('a call to the custodian', () => {
  it('takes ten minutes, in which apps go on, and stands in the debrief and in the score', async () => {
    const { plan, player, ring } = await nightOf('G-01')
    const from = player.view.now
    await ring()
    expect(player.view.now - from).toBe(minutes(10))
    expect(player.view.apps().some(({ results }) => results.some(({ at }) => at > from))).toBe(true)
    expect(timelineOf(plan, player.view)).toContainEqual({ at: from, kind: 'rang', says: trials.bucket })
    // No record: nobody asked AWS.
    expect(timelineOf(plan, player.view).some(({ kind }) => kind === 'you')).toBe(false)
    await faultOf('G-01').cure(player, trials)
    await player.moveClock(player.view.now + minutes(10))
    expect(scoreOf(plan, player.view)[0]?.because).toContain('A phone call took 10 min.')
    // The service is back: what is asked now costs it nothing.
    await ring()
    expect(scoreOf(plan, player.view)[0]?.because).toContain('A phone call took 10 min.')
  })

  it.each(['G-01', 'G-02', 'G-07', 'G-09', 'G-11'] as const)(
    'brings what an import waits for, and nothing else does: %s',
    async (fault) => {
      const { player, ring } = await nightOf(fault)
      expect(player.view.files().filter((name) => name.endsWith('.key'))).toEqual([])
      const { said, gave } = await ring()
      expect(gave).toContain(safeFile(trials))
      expect(said).toContain('PendingImport')
      expect(said).toContain('I imported material into `K-trials` on 2026-01-12')
      expect((await ring()).gave).toEqual([])
    },
  )

  it('says which file is on the card where three are at hand', async () => {
    const { player, ring } = await nightOf('G-08')
    const { said, gave } = await ring()
    expect(gave).toEqual([])
    const [, named] = /`(\S+)` has the SHA-256 of the card/.exec(said) ?? []
    expect(player.view.file(named ?? '')).toEqual(await rightFile(player, trials))
    expect(said.match(/is not on the card/g)).toHaveLength(2)
    expect(said).toContain('has 65 bytes')
  })

  it('tells of a loss when no file is the one, and changes nothing', async () => {
    const { player, ring } = await nightOf('G-13')
    const files = player.view.files()
    const { said, gave } = await ring()
    expect([said, gave]).toEqual([expect.stringContaining('I know of no other copy.'), []])
    expect(player.view.files()).toEqual(files)
  })

  it.each(['G-03', 'G-05', 'G-12', 'G-14'] as const)(
    'brings nothing while the key has its material, and once it has not, does: %s',
    async (fault) => {
      const { player, ring } = await nightOf(fault)
      expect(await ring()).toEqual({ said: expect.stringContaining('the bytes stay in the safe'), gave: [] })
      if (fault !== 'G-03') return
      await player.call('DeleteImportedKeyMaterial', { KeyId: player.arn(trials.key) })
      expect((await ring()).gave).toEqual([safeFile(trials)])
    },
  )

  it.each([
    ['G-04', 'KMS made the material'],
    ['G-06', 'KMS made the material'],
    ['G-10', 'KMS made the material'],
    ['G-15', 'was made in the key store'],
  ] as const)('says that she never held what was made elsewhere: %s', async (fault, sentence) => {
    const { ring } = await nightOf(fault)
    expect(await ring()).toEqual({ said: expect.stringContaining(sentence), gave: [] })
  })

  it('tells of a deleted key that she never held its bytes, if she did not', async () => {
    const { player, ring } = await nightOf('G-04')
    await player.call('ScheduleKeyDeletion', { KeyId: player.arn(trials.key), PendingWindowInDays: 7 })
    await player.moveClock(player.view.now + days(8))
    expect(player.view.key(trials.key)).toBeUndefined()
    expect(await ring()).toEqual({ said: expect.stringContaining('I never held bytes of it'), gave: [] })
  })

  it('is about one service, and answers from the state of now', async () => {
    const { player, ring } = await nightOf('G-01')
    expect((await ring(archive.bucket)).said).toContain('`Enabled`')
    await importAgain(player, keyOf(player, trials.key).arn, await rightFile(player, trials))
    expect((await ring()).said).toContain('`Enabled`')
    await expect(player.ring('fernhill-exports')).rejects.toThrow('fernhill-exports')
  })

  it('knows every fault of the list one way or the other', () => {
    const asked = ['G-01', 'G-02', 'G-07', 'G-09', 'G-11', 'G-08', 'G-13', 'G-03', 'G-05', 'G-12', 'G-14']
    const none = ['G-04', 'G-06', 'G-10', 'G-15']
    expect(new Set([...asked, ...none])).toEqual(new Set(faults.map(({ id }) => id)))
  })
})
