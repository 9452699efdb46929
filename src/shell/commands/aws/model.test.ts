import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Members, Shape } from '../../../kms/shapes.ts'
import { kebab } from '../../../wire/cli-command.ts'
import { serviceModels } from '../../../wire/service-models.ts'
import { scenarios } from './testing/scenarios.ts'

type Order = { readonly [name: string]: Order | 0 }
const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`./recorded/${name}`, import.meta.url), 'utf8')) as unknown
const orders = recorded('kms-members.json') as Record<string, { input: Order; output: Order }>
const kms = serviceModels().find(({ service }) => service === 'kms')?.operations ?? []

/** AWS's model has it, this simulation does not yet. */
const NOT_HERE = new Set(['ListKeys input ResourceOwners'])

function faults(path: string, members: Members, order: Order): string[] {
  const here = Object.keys(members)
  const there = Object.keys(order).filter((name) => !NOT_HERE.has(`${path} ${name}`))
  if (JSON.stringify(here) !== JSON.stringify(there)) return [`${path}: ${here} instead of ${there}`]
  return here.flatMap((name) => {
    const inner = membersOf((members[name] as Members[string]).shape)
    const inside = order[name]
    return inner && inside ? faults(`${path} ${name}`, inner, inside) : []
  })
}

function membersOf(shape: Shape): Members | undefined {
  if (shape.kind === 'list') return membersOf(shape.member)
  return shape.kind === 'structure' ? shape.members : undefined
}

describe("the shapes of KMS's 56 operations", () => {
  it("have the members of AWS's model for clients, in its order: so the CLI prints them", () => {
    expect(kms.map(({ name }) => name).sort()).toEqual(Object.keys(orders).sort())
    expect(
      kms.flatMap(({ name, input, output }) => [
        ...faults(`${name} input`, input, orders[name]?.input ?? {}),
        ...faults(`${name} output`, output, orders[name]?.output ?? {}),
      ]),
    ).toEqual([])
  })

  it('are each asked for by a line that the real CLI was given too', () => {
    const lines = scenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => (typeof step === 'string' ? [step] : 'run' in step ? [step.run] : [])),
    )
    expect(lines.length).toBeGreaterThan(360)
    const asked = (command: string) =>
      lines.some((line) => line.startsWith(`aws kms ${command} --`) || line === `aws kms ${command}`)
    expect(kms.map(({ name }) => kebab(name)).filter((command) => !asked(command))).toEqual([])
  })
})
