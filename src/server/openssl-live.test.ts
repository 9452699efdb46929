import { afterAll, describe, expect, it } from 'vitest'
import { score, seedOr, sized } from '../world/testing/score.ts'
import { opensslVersion } from './testing/openssl-cli.ts'
import { kinds, type Combination } from './testing/openssl-kinds.ts'
import { codeOf, opensslLab } from './testing/openssl-lab.ts'
import { kindOf, mistakes, type Mistake } from './testing/openssl-wrongs.ts'

const TRIALS = sized({ test: 40, score: 500, full: 500 })
/** A quarter, so that each of the ten is made even in the smallest run; the kinds share the rest. */
const MISTAKES = TRIALS / 4
const KINDS = Object.keys(kinds).length
const share = (kind: number) => Math.floor((TRIALS - MISTAKES + KINDS - 1 - kind) / KINDS)
const TIMEOUT = { timeout: 1_200_000 }

if (!opensslVersion) {
  const notice = 'material that openssl wraps: OpenSSL 3 is not on this computer, trials not run'
  it(notice, ({ task }) => {
    console.warn(notice)
    score(task, 'S3', { executed: 0, expected: TRIALS })
  })
} else
  describe(`material that ${opensslVersion} made and wrapped`, () => {
    const seed = seedOr(20260112)
    const lab = opensslLab(seed)
    const { account, dice } = lab
    afterAll(() => lab.cli.close())

    const rows = Object.entries(kinds).map(([name, kind], at) => [name, kind, share(at)] as const)
    it.for(rows)(
      '%s is imported, and openssl agrees with what KMS does with it',
      TIMEOUT,
      async ([, kind, trials], { task }) => {
        let executed = 0
        const next = dice.deal(kind.combinations)
        for (let trial = 0; trial < trials; trial++) {
          const { keySpec, ...wrapping } = next.next().value
          const material = await kind.make(lab, keySpec)
          await told([keySpec, wrapping, material], async () => {
            const KeyId = await externalKey(keySpec, kind.usage)
            await lab.importWrapped(KeyId, wrapping, material)
            expect(await account.state(KeyId)).toBe('Enabled')
            await kind.prove(lab, { KeyId, spec: keySpec, material, wrapping })
          })
          executed++
        }
        score(task, 'S3', { executed, expected: trials, seed })
      },
    )

    it('is refused when one thing is wrong, and taken when it is put right', TIMEOUT, async ({ task }) => {
      let executed = 0
      const next = dice.deal(Object.entries(mistakes))
      for (let trial = 0; trial < MISTAKES; trial++) {
        const [name, mistake] = next.next().value
        const { keySpec, ...wrapping } = dice.pick(combinationsOf(mistake))
        const kind = kindOf(keySpec)
        const material = await kind.make(lab, keySpec)
        await told([name, keySpec, wrapping, material], async () => {
          const KeyId = await externalKey(keySpec, kind.usage)
          const importRight = () => lab.importWrapped(KeyId, wrapping, material)
          if (mistake.afterFirst) await importRight()
          const before = await account.state(KeyId)
          const attempt = { KeyId, material, keySpec, ...wrapping }
          expect(await codeOf(mistake.attempt(lab, attempt))).toBe(mistake.refusal)
          expect(await account.state(KeyId)).toBe(before)
          await importRight()
          await kind.prove(lab, { KeyId, spec: keySpec, material, wrapping })
        })
        executed++
      }
      score(task, 'S3', { executed, expected: MISTAKES, seed })
    })

    async function externalKey(KeySpec: string, KeyUsage: string): Promise<string> {
      return (await account.createKey({ Origin: 'EXTERNAL', KeySpec, KeyUsage })).id
    }
  })

const combinationsOf = ({ where = () => true }: Mistake): Combination[] =>
  Object.values(kinds)
    .flatMap(({ combinations }) => combinations)
    .filter(where)

/** openssl's own keys do not come again with the seed, so a trial that fails tells its material. */
async function told(what: readonly unknown[], trial: () => Promise<void>): Promise<void> {
  try {
    await trial()
  } catch (error) {
    const words = JSON.stringify(what, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    )
    throw new Error(`trial ${words}`, { cause: error })
  }
}
