import { describe, expect, it } from 'vitest'
import { labOfSeed } from '../course/lab-of-seed.ts'
import { labs } from '../course/labs/index.ts'
import { plays } from '../course/plays/index.ts'
import { watchSolution, type SolutionAct } from '../lab/watch-solution.ts'
import { labHands } from './lab-hands.ts'

const hands = labHands()
const SEED = 6

const watch = async (code: string, left: () => boolean = () => false) => {
  const lab = labs.find((each) => each.code === code)
  const play = plays.find(({ labId }) => labId === lab?.id)
  if (!lab || !play) throw new Error(`no play for ${code}`)
  const acts: SolutionAct[] = []
  const passed = await watchSolution(lab, play, SEED, hands, (act) => acts.push(act), left)
  return { lab: labOfSeed(lab, SEED), acts, passed }
}

describe('a solution that is watched', () => {
  it.each(labs.map(({ code }) => code))(
    'of %s makes every condition true, each by an act that shows it',
    async (code) => {
      const { lab, acts, passed } = await watch(code)
      expect(passed).toBe(true)
      expect(acts.map(({ number }) => number)).toEqual(acts.map((_, i) => i + 1))
      expect(acts.flatMap(({ met }) => met.map(({ says }) => says)).sort()).toEqual(
        lab.steps.flatMap(({ conditions }) => conditions.map(({ says }) => says)).sort(),
      )
      for (const { did } of acts) {
        const text = did.is === 'command' ? did.line : did.is === 'answer' ? did.answer : did.name
        expect(text).toMatch(/\S/)
        if (did.is === 'command')
          expect(did.line).toMatch(/^(aws|openssl|lab|sha256sum|printf|cp|xxd|base64) /)
        // Bytes that no line made would be named so.
        expect(text).not.toContain("'?'")
      }
    },
  )

  it('ends when nobody watches any more', async () => {
    let seen = 0
    const { acts, passed } = await watch('L1.1', () => seen++ >= 2)
    expect(acts).toHaveLength(2)
    expect(passed).toBe(false)
  })
})
