import { constants, createPublicKey, publicEncrypt } from 'node:crypto'
import type { Scenario, Stage, Told } from './scenario.ts'
import { wordsOf } from './scenario.ts'

/** Plays a story on a stage and tells what every line printed. */
export async function play({ files = {}, steps }: Scenario, stage: Stage): Promise<Told[]> {
  const told: Told[] = []
  const variables = new Map<string, string>()
  for (const [name, text] of Object.entries(files)) await stage.write(name, Buffer.from(text))
  for (const step of steps) {
    if (typeof step === 'object' && 'travelSeconds' in step) await stage.travel(step.travelSeconds)
    else if (typeof step === 'object' && 'proxy' in step) await stage.proxy(step.proxy)
    else if (typeof step === 'object' && 'wrap' in step) {
      const key = createPublicKey({
        key: Buffer.from(await stage.read(step.under)),
        format: 'der',
        type: 'spki',
      })
      const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
      await stage.write(step.into, publicEncrypt(padding, await stage.read(step.wrap)))
    } else {
      const { run, keep = {}, save = {}, env = {} } = typeof step === 'string' ? { run: step } : step
      const [, ...words] = wordsOf(run, variables)
      const result = await stage.run(words, env)
      told.push({ line: run, ...result })
      const answer = Object.keys({ ...keep, ...save }).length > 0 ? answerOf(run, result) : {}
      for (const [name, path] of Object.entries(keep)) variables.set(name, String(memberOf(answer, path)))
      for (const [name, path] of Object.entries(save))
        await stage.write(name, Buffer.from(String(memberOf(answer, path)), 'base64'))
    }
  }
  return told
}

function answerOf(run: string, { stdout, stderr }: { stdout: string; stderr: string }): unknown {
  if (stdout === '') throw new Error(`${run} gave no answer to keep: ${stderr}`)
  return JSON.parse(stdout)
}

function memberOf(answer: unknown, path: string): unknown {
  let value = answer
  for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[name]
  if (value === undefined) throw new Error(`there is no ${path} in the answer`)
  return value
}
