import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { score } from '../world/testing/score.ts'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { operationNames } from './testing/answer-shape.ts'
import { pooledRsa } from './testing/real-client.ts'
import { toolEnvironment } from './testing/tool-environment.ts'

const PAGINATORS = 8
const program = fileURLToPath(new URL('testing/boto3_rows.py', import.meta.url))

/** Asks the boto3 of this computer what it knows; nothing is sent anywhere. */
const KNOWN = `
import boto3, botocore, json
kms = boto3.client("kms", region_name="eu-west-1", aws_access_key_id="lab", aws_secret_access_key="lab")
names = list(kms.meta.service_model.operation_names)
snake = [botocore.xform_name(name) for name in names]
pages = ["paginate_" + name for name in snake if kms.can_paginate(name)]
print(json.dumps({"version": boto3.__version__, "operations": names, "paginators": pages}))
`
const asked = spawnSync('python3', ['-B', '-c', KNOWN], { encoding: 'utf8' })
const boto3 = asked.status === 0 ? (JSON.parse(asked.stdout) as Known) : undefined
interface Known {
  readonly version: string
  readonly operations: readonly string[]
  readonly paginators: readonly string[]
}

if (!boto3) {
  const notice = 'boto3 is not on this computer: its operations and paginators not run'
  it(notice, ({ task }) => {
    console.warn(notice)
    score(task, 'S4', { executed: 0, expected: operationNames.length + PAGINATORS })
  })
} else
  describe(`boto3 ${boto3.version}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'kms-boto3-'))
    const faults = new Map<string, string | null>()
    const bugs: unknown[] = []
    let endpoint: Endpoint

    beforeAll(async () => {
      endpoint = await startEndpoint({
        port: 0,
        start: Date.UTC(2026, 0, 12, 9),
        crypto: pooledRsa(),
        onBug: (bug) => bugs.push(bug),
      })
      const python = spawn('python3', ['-B', program], {
        env: toolEnvironment(endpoint.port, join(folder, 'not-there')),
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      for await (const line of createInterface({ input: python.stdout })) {
        const { row, fault } = JSON.parse(line) as { row: string; fault: string | null }
        faults.set(row, fault)
      }
    })
    afterAll(async () => {
      await endpoint.close()
      rmSync(folder, { recursive: true })
    })

    it.for(boto3.operations)('operation %s answers as its model says', (name, { task }) => hold(name, task))
    it.for(boto3.paginators)('%s reads each entry once, in pages', (name, { task }) => hold(name, task))

    for (const name of operationNames.filter((name) => !boto3.operations.includes(name)))
      it(`does not know ${name}, which is not run here`, () =>
        console.warn(`boto3 ${boto3.version} does not know ${name}: not run`))

    it('was answered by the engine, and never by a bug of ours', () => expect(bugs).toEqual([]))

    function hold(row: string, task: { readonly meta: object }): void {
      expect(faults.has(row), `${row} was reached`).toBe(true)
      expect(faults.get(row)).toBeNull()
      score(task, 'S4', { executed: 1, expected: 1 })
    }
  })
