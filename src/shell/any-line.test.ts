import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bytes } from '../bytes/bytes.ts'
import { score, seedOr, sized } from '../world/testing/score.ts'
import { commands } from './commands/index.ts'
import { createShell } from './session.ts'
import { smallHost } from './testing/small-host.ts'

const SEED = seedOr(20_261_124)
const LINES = sized({ test: 400, score: 4_000, full: 100_000 })

const shellWith = (bytes?: Bytes) =>
  createShell({
    host: smallHost(),
    commands,
    files: bytes ? [{ path: 'in', bytes }] : [],
    limits: { output: 65_536 },
  })

describe('bytes stay what they are', () => {
  const ways = [
    'cat in',
    'cat < in',
    'cat in | cat',
    'cp in copy; cat copy',
    'mv in moved; cat moved',
    'cat in > out; cat out',
    'cat in >> out; cat out',
    'tee out < in > rest; cat out',
    'head -c 100000 in',
    'tail -c +1 in',
    'dd if=in 2> err',
    'base64 in | base64 -d',
    'base64 -w 0 in | base64 -d',
    'xxd -p in | xxd -r -p',
    'xxd in | xxd -r',
    'openssl base64 -A -in in | openssl base64 -d -A',
    'openssl base64 -in in | openssl base64 -d',
  ]

  it.each(ways)('through %s', async (line) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { stdout, stderr } = await shellWith(bytes).run(line)
        expect(new TextDecoder().decode(stderr)).toBe('')
        expect(Array.from(stdout)).toEqual(Array.from(bytes))
      }),
      { seed: SEED, numRuns: 40 },
    )
  })
})

describe('any line', () => {
  const words = [
    'aws kms list-keys openssl rand -out x xxd od printf %s %d -c +3 tail cut -f 1- paste jq . base64 -d echo',
    '$x $((1/0)) $( ) ` " \' | || && > < <<< 2>&1 ; { } [[ ]] if then fi \\ * ~ --query [ --output text',
    'fileb://x --key-id \u001b[31m \u202e 😀 \u0000 !! #',
  ]
  const word = fc.constantFrom(...words.join(' ').split(' '))
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.array(word, { maxLength: 8 }).map((words) => words.join('')) },
  )

  it(`is answered with a status, and the shell goes on (${LINES} lines)`, {
    timeout: 7_200_000,
  }, async ({ task }) => {
    const shell = shellWith()
    let ran = 0
    await fc.assert(
      fc.asyncProperty(line, async (typed) => {
        const { exitCode } = await shell.run(typed)
        expect(Number.isInteger(exitCode) && exitCode >= 0 && exitCode <= 255).toBe(true)
        ran++
      }),
      { seed: SEED, numRuns: LINES, endOnFailure: true },
    )
    expect(ran).toBe(LINES)
    score(task, 'S11', { executed: ran, expected: LINES, seed: SEED })
    const after = await shell.run('echo still here')
    expect(new TextDecoder().decode(after.stdout)).toBe('still here\n')
  })
})
