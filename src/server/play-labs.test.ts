import { describe, expect, it } from 'vitest'
import { courseList, labList } from '../course/lists.ts'
import { door } from '../course/door.ts'
import { doorPlay } from '../course/plays/door.ts'
import { labHands } from './lab-hands.ts'
import { listDoor } from './lists.ts'
import { labsDoor, playLabs } from './play-labs.ts'

function heard() {
  const said = { out: '', err: '' }
  return {
    said,
    streams: {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
    },
  }
}

describe('npm run -s labs', () => {
  it('plays the solution and each wrong move of the labs named, a line each', async () => {
    const { said, streams } = heard()
    expect(await labsDoor(['D0', '--seed', '3'], streams)).toBe(0)
    expect(said.out.split('\n')).toEqual([
      'D0 solution: passes the lab',
      'D0 wrong move door-other-bytes: is answered',
      'D0 wrong move door-new-material: is answered',
      '3 passed, 0 failed',
      '',
    ])
  })

  it('says what is wrong with a solution, a move or a lab without a play', async () => {
    const lines: string[] = []
    const broken = { ...door, wrongMoves: door.wrongMoves.slice(0, 1) }
    const lazy = {
      labId: door.id,
      async solution() {},
      wrongMoves: { 'door-other-bytes': async () => Promise.reject(new Error('no hands')) },
    }
    const idle = { ...doorPlay, solution: async () => {}, wrongMoves: { 'door-other-bytes': async () => {} } }
    const total = await playLabs(
      [lazy, idle, undefined].map((play) => ({ lab: broken, play })),
      { seeds: [1], doors: ['engine'], moves: true },
      labHands(),
      (line) => lines.push(line),
    )
    expect(total).toEqual({ passed: 0, failed: 6 })
    expect(lines).toEqual([
      expect.stringMatching(/^D0 solution: FAILED, open after it: door-read, door-predicted/),
      'D0 wrong move door-other-bytes: FAILED, Error: no hands',
      expect.stringMatching(/^D0 solution: FAILED, open after it/),
      'D0 wrong move door-other-bytes: FAILED, is not recognised',
      'D0 solution: FAILED, the lab has no play',
      'D0 wrong move door-other-bytes: FAILED, the lab has no play',
    ])
  })

  it('refuses a lab or a seed that there is not', async () => {
    await expect(labsDoor(['L9.9'])).rejects.toThrow('There is no lab L9.9')
    await expect(labsDoor(['--seed', 'x'])).rejects.toThrow('whole number')
    await expect(labsDoor(['--nope'])).rejects.toThrow('--nope')
  })
})

describe('--list', () => {
  it('prints JSON and nothing else', async () => {
    const { said, streams } = heard()
    expect(await labsDoor(['--list'], streams)).toBe(0)
    expect(JSON.parse(said.out)).toEqual(JSON.parse(JSON.stringify(labList())))
    for (const [name, list] of Object.entries({ course: courseList })) {
      const { said, streams } = heard()
      expect(listDoor(name, list, ['--list'], streams)).toBe(0)
      expect(JSON.parse(said.out)).toEqual(JSON.parse(JSON.stringify(list())))
      expect(said.err).toBe('')
    }
  })

  it('is asked for by name: anything else is answered on standard error, with exit code 2', () => {
    for (const args of [[], ['--lits'], ['more']]) {
      const { said, streams } = heard()
      expect(listDoor('course', courseList, args, streams)).toBe(2)
      expect(said.out).toBe('')
      expect(said.err).not.toBe('')
    }
  })
})
