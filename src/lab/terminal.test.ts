import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { trailLength } from '../cloud/trail.ts'
import type { LabDefinition, Step } from '../course/lab-definition.ts'
import { hours } from '../world/clock.ts'
import { createLab } from './create-lab.ts'
import type { Lab } from './lab.ts'
import { file, FILES, HISTORY, NAMES } from './rows.ts'
import type { ShellPort } from './shell-port.ts'
import type { TerminalEntry } from './terminal.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { smallShell } from './testing/small-shell.ts'
import { createKey, hashOf } from './testing/work.ts'
import { WORLD_START } from './world-rows.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzTq1r2s3t4'
const PLACEHOLDER = 'AKIAQ3EGRZ7LPW5T2NMX'

async function terminalLab(shell: ShellPort = smallShell(), labs: readonly LabDefinition[] = [smallLab]) {
  const ports = testPorts({ labs })
  const lab = await createLab({ ...ports, shell })
  const run = async (line: string) => (await lab.terminal.run(line)) as TerminalEntry
  return { lab, run, ports, text: async (line: string) => decodeUtf8((await run(line)).stdout) }
}

const actions = async (lab: Lab) => (await lab.journal()).map(({ action }) => action)

describe('a line of the terminal', () => {
  it('is an entry with its output, its exit code, its records and the virtual time that it took', async () => {
    const { lab, run } = await terminalLab()
    const entry = await run('call CreateKey {"Description":"intake"} && call ListKeys')
    expect(entry).toMatchObject({
      number: 1,
      line: 'call CreateKey {"Description":"intake"} && call ListKeys',
      prompt: { as: 'root', region: 'eu-west-1', cwd: '~' },
      exitCode: 0,
      at: WORLD_START,
      duration: 2000,
      eventNumbers: [1, 2],
    })
    expect(entry.calls.map(({ operation }) => operation)).toEqual(['CreateKey', 'ListKeys'])
    expect(entry.calls[0]?.keyArn).toMatch(/^arn:aws:kms:eu-west-1:111122223333:key\//)
    expect(lab.terminal.store.getState().entries).toEqual([entry])
  })

  it('tells only of its own records, not of what a form asked meanwhile', async () => {
    const { lab, run } = await terminalLab()
    const entry = run('hang && call ListKeys')
    await expect.poll(() => lab.terminal.store.getState().phase).toBe('ready')
    await createKey(lab)
    lab.terminal.cancel()
    expect((await entry).eventNumbers).toEqual([2])
  })

  it('shows its KMS calls in the Bench as a form would, with the files whose bytes they carry', async () => {
    const { lab, run } = await terminalLab()
    const KeyId = await createKey(lab)
    await run('write note.txt visit 7')
    const Plaintext = encodeBase64(encodeUtf8('visit 7'))
    await run(`call Encrypt ${JSON.stringify({ KeyId, Plaintext })}`)
    expect(lab.store.getState().calls.at(-1)).toMatchObject({
      number: 2,
      ok: true,
      command: `aws kms encrypt \\\n  --key-id ${KeyId} \\\n  --plaintext fileb://note.txt`,
      request: { operation: 'Encrypt', input: { KeyId, Plaintext: { file: 'note.txt' } }, as: 'root' },
      eventNumber: 2,
    })
  })

  it('goes out as the role and to the Region in which the learner acts', async () => {
    const { lab, run } = await terminalLab()
    await run('ask as Auditor eu-central-1')
    const entry = await run('call CreateKey {}')
    expect(entry.prompt).toMatchObject({ as: 'Auditor', region: 'eu-central-1' })
    expect(entry.calls[0]?.error?.code).toBe('AccessDeniedException')
    expect(lab.trail().at(-1)).toMatchObject({
      awsRegion: 'eu-central-1',
      errorCode: 'AccessDeniedException',
    })
  })

  it('names the wrong move that a lab recognised in it', async () => {
    const { lab, run } = await terminalLab()
    await lab.startLab(smallLab, 1)
    const KeyId = await createKey(lab)
    const entry = await run(`call DisableKey ${JSON.stringify({ KeyId })}`)
    expect(entry.calls[0]?.coach).toBe('Disabling keeps the material.')
  })

  it('runs alone: a second one is refused until it ends', async () => {
    const { lab, run } = await terminalLab()
    const first = run('hang')
    await expect(run('anything')).rejects.toThrow('A line is still running')
    await expect.poll(() => lab.terminal.store.getState().phase).toBe('ready')
    lab.terminal.cancel()
    expect((await first).exitCode).toBe(130)
    expect((await run('again')).exitCode).toBe(0)
  })

  it('that is unfinished does nothing and is not kept', async () => {
    const { lab } = await terminalLab()
    expect(await lab.terminal.run('open')).toBe('unfinished')
    expect(lab.terminal.store.getState()).toMatchObject({ entries: [], running: undefined })
    expect(lab.terminal.history()).toEqual([])
  })

  it('of more than 100,000 characters is refused', async () => {
    const { lab } = await terminalLab()
    await expect(lab.terminal.run('a'.repeat(100_001))).rejects.toThrow('100,000 characters')
    expect(lab.terminal.store.getState().phase).toBe('idle')
  })

  it('leaves at most 16 MiB of output behind, and always the newest entry', async () => {
    const big = new Uint8Array(9 * 1_048_576)
    const port: ShellPort = {
      async open(options) {
        const shell = await smallShell().open(options)
        return { ...shell, run: async (line) => ({ ...(await shell.run(line)), stdout: big }) }
      },
    }
    const { lab, run } = await terminalLab(port)
    for (let i = 0; i < 3; i++) await run(`line ${i}`)
    expect(lab.terminal.store.getState().entries.map(({ line }) => line)).toEqual(['line 2'])
  })
})

describe('files of the terminal', () => {
  it('become files of the learner, a line at a time, and undo takes them back from both sides', async () => {
    const { lab, run, text } = await terminalLab()
    await run('write a.txt one && write notes/b.txt two')
    expect(decodeUtf8(file(lab.tables, 'a.txt')?.bytes ?? new Uint8Array())).toBe('one')
    expect(await actions(lab)).toContainEqual({ kind: 'files', names: ['a.txt', 'notes/b.txt'] })
    await run('write a.txt other')
    await lab.undo()
    expect(await text('cat a.txt')).toBe('one')
    await lab.undo()
    expect(lab.tables.size(FILES)).toBe(0)
    expect(await text('cat notes/b.txt')).toBe('no such file')
    await lab.redo()
    expect(await text('cat notes/b.txt')).toBe('two')
  })

  it('are there for a call of the same line, so that a lab sees what was sent', async () => {
    const { lab, run } = await terminalLab()
    await run('write a.txt one && call ListKeys')
    const kinds = (await actions(lab)).map(({ kind }) => kind)
    expect(kinds.slice(1)).toEqual(['files', 'call', 'typed'])
  })

  it('that came in by another door are there in the next line', async () => {
    const { lab, run, text } = await terminalLab()
    await run('first')
    await lab.putFile('dropped.bin', encodeUtf8('bytes'))
    expect(await text('cat dropped.bin')).toBe('bytes')
    await lab.removeFile('dropped.bin')
    expect(await text('cat dropped.bin')).toBe('no such file')
  })

  it('are removed by a line', async () => {
    const { lab, run } = await terminalLab()
    await lab.putFile('a', encodeUtf8('1'))
    await run('rm a')
    expect(lab.tables.size(FILES)).toBe(0)
  })

  it.each([
    [
      'what looks like a credential',
      `write a.txt aws_secret_access_key = ${'%'}`,
      'looks like a real AWS credential',
    ],
    ['a path out of the home folder', 'write ../a.txt one', 'A file name has'],
    ['a name with a control character', 'write a\u0007b one', 'A file name has'],
  ])('with %s are not kept, and the learner is told', async (_what, line, why) => {
    // The line itself is harmless: the text is put together in the shell.
    const port = smallShell()
    const shell: ShellPort = {
      open: (options) =>
        port.open({
          ...options,
          onFiles: (changes) =>
            options.onFiles(
              new Map(
                [...changes].map(([path, bytes]) => [
                  path,
                  bytes && encodeUtf8(new TextDecoder().decode(bytes).replace('%', SECRET)),
                ]),
              ),
            ),
        }),
    }
    const { lab, run, text } = await terminalLab(shell)
    const entry = await run(line)
    expect(entry.notes).toHaveLength(1)
    expect(entry.notes[0]).toContain(why)
    expect(lab.tables.size(FILES)).toBe(0)
    expect(JSON.stringify(await lab.journal())).not.toContain(SECRET)
    expect(await text('cat a.txt')).toBe('no such file')
  })

  it('number at most 400, so that a loop cannot fill the disk', async () => {
    const { lab, run } = await terminalLab()
    const entry = await run(Array.from({ length: 410 }, (_, i) => `write f${i} x`).join(' && '))
    expect(lab.tables.size(FILES)).toBe(400)
    expect(entry.notes).toHaveLength(6)
    expect(entry.notes.at(-1)).toBe('and 5 more files were not kept')
  })

  it('and the entropy they were drawn from are recorded together: a reload draws other bytes', async () => {
    const { lab, run, ports } = await terminalLab()
    await run('draw one.bin 32')
    const hash = hashOf(lab)
    await lab.close()
    const again = await createLab({ ...ports, shell: smallShell() })
    expect(hashOf(again)).toBe(hash)
    await again.terminal.run('draw two.bin 32')
    expect(file(again.tables, 'two.bin')?.bytes).not.toEqual(file(again.tables, 'one.bin')?.bytes)
  })

  it('need not be written for it: what a line only showed is not drawn again after a reload', async () => {
    const { lab, text, ports } = await terminalLab()
    // So long a line is not kept in the history either.
    const shown = await text(`show 8 ${'-'.repeat(5_000)}`)
    await lab.close()
    const again = await createLab({ ...ports, shell: smallShell() })
    const next = (await again.terminal.run('show 8')) as TerminalEntry
    expect(decodeUtf8(next.stdout)).not.toBe(shown)
  })

  it('draw at most 64 KiB at a time', async () => {
    const { lab, run } = await terminalLab()
    await expect(run('draw big.bin 65537')).rejects.toThrow('64 KiB')
    expect(lab.tables.size(FILES)).toBe(0)
  })
})

describe('the history of lines', () => {
  it('is kept with the workspace and comes back after a reload, oldest first', async () => {
    const { lab, run, ports } = await terminalLab()
    for (const line of ['one', 'two', 'two', ' hidden', 'three']) await run(line)
    expect(lab.terminal.history()).toEqual(['one', 'two', 'three'])
    await lab.close()
    const again = await createLab({ ...ports, shell: smallShell() })
    expect(again.terminal.history()).toEqual(['one', 'two', 'three'])
  })

  it('outlives a new lab and an undo, and typing takes nothing from what can be done again', async () => {
    const { lab, run } = await terminalLab()
    await createKey(lab)
    await run('one')
    await lab.undo()
    await run('two')
    expect(lab.store.getState().canRedo).toBe(true)
    await lab.startLab(smallLab, 1)
    expect(lab.terminal.history()).toEqual(['one', 'two'])
    await lab.reset()
    expect(lab.terminal.history()).toEqual(['one', 'two'])
  })

  it('holds a thousand lines', async () => {
    const { lab, run } = await terminalLab()
    for (let i = 0; i < 1_003; i++) await run(`line ${i}`)
    expect(lab.tables.size(HISTORY)).toBe(1_000)
    expect([lab.terminal.history()[0], lab.terminal.history().at(-1)]).toEqual(['line 3', 'line 1002'])
  })
})

describe('credentials in the terminal', () => {
  it.each([
    `aws configure set aws_access_key_id ${PLACEHOLDER}`,
    `export AWS_SECRET_ACCESS_KEY=${SECRET}`,
    'cat > k.pem <<EOF\n-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----\nEOF',
  ])('are refused before anything keeps or runs them (T23): %#', async (line) => {
    const shell = smallShell()
    const { lab } = await terminalLab(shell)
    const before = hashOf(lab)
    await expect(lab.terminal.run(line)).rejects.toThrow('looks like a real AWS credential')
    expect(lab.terminal.store.getState()).toEqual({ entries: [], phase: 'idle', cwd: '~' })
    expect(shell.opened).toHaveLength(0)
    expect(hashOf(lab)).toBe(before)
    expect(lab.terminal.history()).toEqual([])
  })

  it('that the lab itself gave out are welcome, in a line and in a file', async () => {
    const { lab, run } = await terminalLab()
    const answer = await lab.send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'LabSts.AssumeRole',
        authorization:
          'AWS4-HMAC-SHA256 Credential=111122223333:root/20260112/eu-west-1/sts/aws4_request, SignedHeaders=host;x-amz-date, Signature=lab',
      },
      body: encodeUtf8(
        JSON.stringify({ RoleArn: 'arn:aws:iam::111122223333:role/Auditor', RoleSessionName: 'lab' }),
      ),
    })
    const body = decodeUtf8(answer.body)
    expect(body).toContain('SecretAccessKey')
    const { SecretAccessKey } = JSON.parse(body).Credentials
    expect((await run(`export AWS_SECRET_ACCESS_KEY=${SecretAccessKey}`)).exitCode).toBe(0)
    expect((await run(`write creds.json ${body}`)).notes).toEqual([])
    expect(lab.tables.size(FILES)).toBe(1)
  })

  it('of the documentation are welcome', async () => {
    const { run } = await terminalLab()
    expect((await run('export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE')).exitCode).toBe(0)
  })
})

describe('the shell', () => {
  it('is opened once, by the first line', async () => {
    const shell = smallShell()
    const { lab, run } = await terminalLab(shell)
    expect(lab.terminal.store.getState().phase).toBe('idle')
    await Promise.all([lab.terminal.open(), lab.terminal.open(), run('one')])
    expect(shell.opened).toHaveLength(1)
    expect(lab.terminal.store.getState().phase).toBe('ready')
  })

  it('that could not be loaded says so and can be tried again', async () => {
    let broken = true
    const port = smallShell()
    const { lab, run } = await terminalLab({
      open: (options) => (broken ? Promise.reject(new Error('offline')) : port.open(options)),
    })
    await lab.terminal.open()
    expect(lab.terminal.store.getState()).toMatchObject({ phase: 'failed', failure: 'offline' })
    await expect(run('one')).rejects.toThrow('could not be loaded (offline)')
    broken = false
    expect((await run('two')).exitCode).toBe(0)
  })

  it('that breaks under a line leaves files and keys as they are, and a new one takes its place', async () => {
    const shell = smallShell()
    const { lab, run, text } = await terminalLab(shell)
    await run('write a.txt one')
    await expect(run('call CreateKey {} && crash')).rejects.toThrow('Keys and files are safe')
    expect(lab.terminal.store.getState()).toMatchObject({ phase: 'failed', running: undefined })
    expect(lab.trail()).toHaveLength(1)
    expect(await text('cat a.txt')).toBe('one')
    expect(shell.opened).toHaveLength(2)
  })

  it('begins anew with another world', async () => {
    const shell = smallShell()
    const { lab, run } = await terminalLab(shell)
    await run('cd work')
    await lab.startLab(smallLab, 1)
    expect(lab.terminal.store.getState()).toMatchObject({ phase: 'idle', entries: [], cwd: '~' })
    expect((await run('one')).prompt.cwd).toBe('~')
    expect(shell.opened).toHaveLength(2)
  })

  it('is absent where a session has none', async () => {
    const lab = await createLab(testPorts())
    expect(lab.terminal.store.getState().phase).toBe('absent')
    await expect(lab.terminal.run('one')).rejects.toThrow('could not be loaded')
  })

  it('waits without anybody waiting: sleep moves the clock', async () => {
    const { lab, run } = await terminalLab()
    expect(await run('sleep 1500.2')).toMatchObject({ duration: 1501 })
    expect(lab.store.getState().now).toBe(WORLD_START + 1501)
  })
})

describe('the lab command', () => {
  it('tells the time, lets it pass and says what happened', async () => {
    const { lab, text } = await terminalLab()
    const KeyId = await createKey(lab)
    await lab.call({ operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } })
    expect(await text('ask clock')).toBe(
      `It is 2026-01-12T09:00:02Z.\nNext: 2026-01-19T09:00:01Z  ${KeyId} is deleted`,
    )
    expect(await text('ask clock +7d1h')).toBe(
      `It is 2026-01-19T10:00:02Z.\n2026-01-19T09:00:01Z  ${KeyId} is deleted`,
    )
    expect(lab.store.getState().now).toBe(WORLD_START + 2000 + hours(169))
  })

  it.each([
    'ask clock yesterday',
    'ask clock 2025-01-01',
    'ask clock +4000d',
    'ask clock +1h now',
    'ask clock +1',
  ])('does not move the clock for %s', async (line) => {
    const { lab, text } = await terminalLab()
    expect(await text(line)).toMatch(/^lab clock: /)
    expect(lab.store.getState().now).toBe(WORLD_START)
  })

  it('gives the next hint of the open task, and counts it', async () => {
    const { lab, text } = await terminalLab()
    await lab.startLab(smallLab, 1)
    const [step] = smallLab.steps
    for (const level of [1, 2, 3, 3])
      expect(await text('ask hint')).toBe(
        `Hint ${level} of 3 for “${step?.title}”\n${step?.hints[level - 1]}`,
      )
  })

  it('gives a hint with the ARN that the key has here, so that its line can be typed as it stands', async () => {
    const [step] = smallLab.steps as [Step]
    const worked = { ...step, hints: ['a', 'b', '`aws kms disable-key --key-id <ARN of K1>`'] as const }
    const definition = { ...smallLab, steps: [worked] }
    const { lab, text } = await terminalLab(smallShell(), [definition])
    await lab.startLab(definition, 1)
    await text('ask hint')
    await text('ask hint')
    expect(await text('ask hint')).toMatch(
      new RegExp(`\naws kms disable-key --key-id ${lab.tables.get(NAMES, 'K1')}$`),
    )
  })

  it('says how the open task stands', async () => {
    const { lab, text } = await terminalLab()
    await lab.startLab(smallLab, 1)
    const [step] = smallLab.steps
    const said = await text('ask check')
    expect(said).toContain(`Task 1 of ${smallLab.steps.length}: ${step?.title}`)
    expect(said).toContain(`[ ] ${step?.conditions[0]?.says}`)
  })

  it('prints what is code in a text of the course without its backticks, and a record as it is', async () => {
    const [step] = smallLab.steps as [Step]
    const [condition] = step.conditions as [Step['conditions'][number]]
    const coded = {
      ...step,
      title: 'Use `K1`',
      conditions: [
        {
          ...condition,
          says: '`K1` was used',
          holds: () => ({ met: false, now: 'It is `Disabled`.', lookAt: 'Call `EnableKey`.' }) as const,
        },
      ],
      hints: ['`DescribeKey` tells', 'b', 'c'] as const,
    }
    const phone = {
      who: 'Amara',
      takes: 60_000,
      about: [{ id: 'k1', says: 'K1' }],
      answer: async () => ({ said: ['The key is `Disabled`.'], gives: [] }),
    }
    const definition = { ...smallLab, steps: [coded], phone }
    const { lab, text } = await terminalLab(smallShell(), [definition])
    await lab.startLab(definition, 1)
    expect(await text('ask check')).toBe(
      'Task 1 of 1: Use K1\n[ ] K1 was used\n    Now:     It is Disabled.\n    Look at: Call EnableKey.',
    )
    expect(await text('ask hint')).toContain('for “Use K1”\nDescribeKey tells')
    expect(await text('ask ring k1')).toContain('The key is Disabled.')
    await lab.call({ operation: 'CreateKey', input: { Description: 'a `name`' } })
    expect(await text(`ask log ${trailLength(lab.tables)}`)).toContain('a `name`')
  })

  it('has no tasks in the sandbox, and says so', async () => {
    const { text } = await terminalLab()
    expect(await text('ask check')).toBe('lab check: no lab is open here. In the sandbox there are no tasks.')
  })

  it('finds records by event, key and failure, newest last, and shows one whole', async () => {
    const { lab, text } = await terminalLab()
    const KeyId = await createKey(lab)
    await createKey(lab)
    await lab.call({ operation: 'EnableKeyRotation', input: { KeyId } })
    await lab.call({ operation: 'DescribeKey', input: { KeyId: 'alias/none' } })
    expect((await text('ask log')).split('\n').map((line) => line.trim().split(/\s+/).slice(0, 4))).toEqual([
      ['1', '2026-01-12T09:00:00Z', 'CreateKey', 'ok'],
      ['2', '2026-01-12T09:00:01Z', 'CreateKey', 'ok'],
      ['3', '2026-01-12T09:00:02Z', 'EnableKeyRotation', 'ok'],
      ['4', '2026-01-12T09:00:03Z', 'DescribeKey', 'NotFoundException'],
    ])
    expect((await text(`ask log --key ${KeyId.slice(0, 8)}`)).split('\n')).toHaveLength(2)
    expect(await text('ask log --event createkey --last 1')).toContain('    2  ')
    expect(await text('ask log --errors')).toContain('NotFoundException')
    expect(JSON.parse(await text('ask log 3'))).toMatchObject({ eventName: 'EnableKeyRotation' })
    expect(await text('ask log 9')).toBe('lab log: there is no record 9; the trail has 4.')
    expect(await text('ask log --what x')).toMatch(/^lab log: lab log takes/)
  })

  it('takes an action back and does it again', async () => {
    const { lab, text } = await terminalLab()
    expect(await text('ask undo')).toBe('lab undo: there is nothing to take back.')
    await createKey(lab)
    expect(await text('ask undo')).toBe('The last action is taken back.')
    expect(lab.trail()).toHaveLength(0)
    expect(await text('ask redo')).toBe('It is done again.')
    expect(lab.trail()).toHaveLength(1)
  })

  it('starts over only when the learner says --yes', async () => {
    const shell = smallShell()
    const { lab, run, text } = await terminalLab(shell)
    await run('write a.txt one && cd work')
    expect(await text('ask reset')).toContain('lab reset --yes')
    expect(lab.tables.size(FILES)).toBe(1)
    expect(await text('ask reset --yes')).toBe('The account is empty again.')
    expect(lab.tables.size(FILES)).toBe(0)
    expect(await run('cat a.txt')).toMatchObject({ prompt: { cwd: '~' }, stdout: encodeUtf8('no such file') })
    expect(shell.opened).toHaveLength(2)
    await lab.startLab(smallLab, 7)
    expect(await text('ask reset --yes')).toBe('The lab starts over.')
    expect(lab.store.getState().current).toEqual({ labId: 'small', seed: 7 })
  })

  it('offers the workspace as a file, once', async () => {
    const { lab, text } = await terminalLab()
    expect(await text('ask save')).toContain('kms-key-material-lab.kmslab')
    expect(lab.terminal.takeOffered()?.length).toBeGreaterThan(100)
    expect(lab.terminal.takeOffered()).toBeUndefined()
  })

  it('says what it can do, and what it does not know', async () => {
    const { text } = await terminalLab()
    expect(await text('ask')).toContain('lab clock +24h')
    expect(await text('ask toString')).toBe('lab: there is no toString here. Try: lab help')
  })
})
