import { describe, expect, it } from 'vitest'
import { encodeUtf8 } from '../bytes/utf8.ts'
import type { CommandContext, ShellCommand } from './command.ts'
import type { FileChange } from './disk.ts'
import { lab } from './builtins/lab.ts'
import { createShell } from './session.ts'
import { smallHost } from './testing/small-host.ts'
import { typed } from './testing/typed.ts'

const shellWith = (overrides: Partial<Parameters<typeof createShell>[0]> = {}) =>
  createShell({ host: smallHost(), commands: [], ...overrides })

const command = (name: string, run: (context: CommandContext) => Promise<string>): ShellCommand => ({
  name,
  summary: `what ${name} does`,
  manual: `${name}\n`,
  run: async (context) => ({
    stdout: encodeUtf8(await run(context)),
    stderr: new Uint8Array(),
    exitCode: 0,
  }),
})

const told = command('told', async ({ args, env, cwd }) =>
  JSON.stringify({ args, env: [...env.keys()].toSorted(), cwd }),
)

describe('a session', () => {
  it('begins with files of the time of its world, whatever day it is outside', async () => {
    const dated = command('dated', async ({ files, args }) =>
      new Date((await files.about(args[0] ?? '')).changedAt).toISOString(),
    )
    const shell = shellWith({
      commands: [dated],
      files: [{ path: 'note.txt', bytes: encodeUtf8('a note') }],
    })
    for (const path of ['note.txt', '.']) {
      const { stdout } = await shell.run(`dated ${path}`)
      expect(new TextDecoder().decode(stdout)).toBe('2026-01-12T09:00:00.000Z')
    }
  })

  it.each([
    ['x=1; echo $? $x', '0 1'],
    ['x=$?; echo $? $x', '0 1'],
    ['x=1 y=$?; echo $? $x $y', '0 1 1'],
    ['x=$(true); echo $?', '0'],
    ['x=$(false); echo $?', '1'],
    ['x="a$(exit 3)b"; echo $? $x', '3 ab'],
    ['a=(1 2); echo $? ${a[1]}', '0 2'],
    ['case a in a) x=1;; esac; echo $? $x', '0 1'],
    ['f() { x=1; }; false; f; echo $? $x', '0 1'],
    ['for i in 1; do x=1; done; echo $?', '0'],
    ['if x=1; then echo yes; fi', 'yes'],
    ['! x=1; echo $?', '1'],
    ['false || x=1; echo $?', '0'],
    ['x=1 && echo on', 'on'],
    ['(x=1); echo $?', '0'],
    ['echo $(x=1; echo $?)', '0'],
    ['{ true | false; x=${PIPESTATUS[1]}; echo $? $x; }', '0 1'],
    ['set -x; x=1; set +x; echo $?', '0'],
  ])('succeeds by an assignment alone, whatever failed before: %s', async (line, said) => {
    const run = typed(shellWith())
    expect(await run(`false; ${line}`)).toMatchObject({ out: `${said}\n`, exitCode: 0 })
    await run('false')
    expect(await run('y=1')).toEqual({ out: '', err: '', exitCode: 0 })
  })

  it('differs from bash where the list of differences says so: an assignment that eval reads', async () => {
    expect(await typed(shellWith())("false; eval 'x=1'; echo $? $x")).toMatchObject({ out: '1 1\n' })
  })

  it.each([
    ['variables', ['x=5', 'echo $x'], '5\n'],
    ['arrays', ['a=(1 "2 3")', 'echo ${#a[@]} ${a[1]}'], '2 2 3\n'],
    ['functions', ['f() { echo "in $1"; }', 'f q'], 'in q\n'],
    ['aliases', ["alias hi='echo hello'", 'hi you'], 'hello you\n'],
    ['the working directory', ['mkdir d; cd d', 'pwd', 'cd -'], '/home/learner\n'],
    ['options', ['set -o pipefail', 'false | true; echo $?'], '1\n'],
    ['positional parameters', ['set -- a b', 'echo $# $2'], '2 b\n'],
    ['the status of the line before', ['(exit 7)', 'echo $?'], '7\n'],
    ['open descriptors', ['exec 3>kept', 'echo three >&3', 'cat kept'], 'three\n'],
  ])('keeps %s from line to line', async (_what, lines, out) => {
    const run = typed(shellWith())
    let last = ''
    for (const line of lines) last = (await run(line)).out
    expect(last).toBe(out)
  })

  it.each([
    ['a variable that cannot change', 'readonly r=1; r=2; echo no', 'bash: r: readonly variable\n'],
    ['a parameter that must be set', 'echo ${q:?gone}; echo no', 'bash: gone\n'],
    ['an unset variable under set -u', 'set -u; echo $nope; echo no', 'bash: nope: unbound variable\n'],
    ['a division by zero', 'echo $((1/0)); echo no', 'bash: division by 0\n'],
  ])('ends the line and not the session at %s', async (_what, line, err) => {
    const run = typed(shellWith())
    await run('kept=1; k() { echo kept $kept; }')
    expect(await run(line)).toEqual({ out: '', err, exitCode: 1 })
    expect(await run('echo $?; k')).toEqual({ out: '1\nkept 1\n', err: '', exitCode: 0 })
  })

  it.each([
    ['echo a )', '', "bash: syntax error near unexpected token `)'\n"],
    ['if', '', 'bash: syntax error: unexpected end of file\n'],
    ['echo a |', '', 'bash: syntax error: unexpected end of file\n'],
    ['echo "a', '', 'bash: unexpected EOF while looking for matching `"\'\n'],
    ['echo a >', '', "bash: syntax error near unexpected token `newline'\n"],
    ['echo one\necho )\necho two', 'one\n', "bash: syntax error near unexpected token `)'\n"],
    ['echo one\nfi\necho two', 'one\n', "bash: syntax error near unexpected token `fi'\n"],
  ])('says in bash’s words what it cannot read: %j', async (line, out, err) => {
    expect(await typed(shellWith())(line)).toEqual({ out, err, exitCode: 2 })
  })

  it('ends by exit, with its status, and a new one begins', async () => {
    const shell = shellWith()
    await shell.run('x=5; export Y=6; cd /tmp')
    expect(await shell.run('echo a; exit 3; echo b')).toMatchObject({
      exitCode: 3,
      ended: true,
      cwd: '/home/learner',
      stdout: encodeUtf8('a\n'),
    })
    expect(await typed(shell)('echo "[$x$Y]" $?; pwd')).toMatchObject({ out: '[] 0\n/home/learner\n' })
  })

  it('ends at a failure under set -e, and not at one that is looked at', async () => {
    const shell = shellWith()
    expect(await shell.run('set -e; ! true; false || true; if false; then :; fi')).not.toHaveProperty('ended')
    expect(await shell.run('false; echo no')).toMatchObject({ exitCode: 1, ended: true })
  })

  it('has no loop around its lines that break or continue could leave', async () => {
    const run = typed(shellWith())
    expect(await run('break; continue; echo here')).toMatchObject({ out: 'here\n' })
    expect(await run('echo still')).toMatchObject({ out: 'still\n' })
  })

  it('comes back when its reading was turned off', async () => {
    const shell = shellWith()
    await shell.run('x=5; set -n')
    expect(await typed(shell)('echo $x')).toEqual({ out: '5\n', err: '', exitCode: 0 })
  })

  it('hands out what is shown statement by statement', async () => {
    const heard: string[] = []
    const shell = shellWith({
      onOutput: (stream, bytes) => heard.push(`${stream} ${new TextDecoder().decode(bytes)}`),
    })
    await shell.run('echo a; echo b >&2; echo c | cat')
    expect(heard).toEqual(['stdout a\n', 'stderr b\n', 'stdout c\n'])
  })

  it('takes the next line only after the one before', async () => {
    const shell = shellWith()
    const [first, second] = await Promise.all([shell.run('sleep 1; x=1; echo a'), shell.run('echo $x')])
    expect(new TextDecoder().decode(concat(first.stdout, second.stdout))).toBe('a\n1\n')
  })

  it('goes on where another was ended', async () => {
    const one = shellWith()
    await one.run(`mkdir d; echo 1 > d/f; export E="a 'b'"; plain=2; alias hi='echo hello'; cd d`)
    const { changed } = await one.run('echo 2 > g')
    const startup = JSON.parse(JSON.stringify(one.startup()))
    const two = shellWith({ startup, files: [{ path: 'd/f', bytes: encodeUtf8('1\n') }, ...changed] })
    expect(await typed(two)('pwd; echo "$E" $plain; hi; cat f g; declare -p E plain')).toMatchObject({
      out: `/home/learner/d\na 'b' 2\nhello\n1\n2\ndeclare -x E="a 'b'"\ndeclare -- plain="2"\n`,
    })
  })
})

describe('what a session knows', () => {
  it('is nothing of its host: the same few variables everywhere', async () => {
    const { out } = await typed(shellWith())('env')
    expect(out.split('\n').map((line) => line.split('=')[0])).toEqual([
      'HOME',
      'PATH',
      'PWD',
      'OLDPWD',
      'USER',
      'LOGNAME',
      'SHELL',
      'LANG',
      '',
    ])
  })

  it('reaches its commands as exported variables only', async () => {
    const { out } = await typed(shellWith({ commands: [told] }))('a=1; export B=2; C=3 told x "y z"')
    expect(JSON.parse(out)).toEqual({
      args: ['x', 'y z'],
      env: ['B', 'C', 'HOME', 'LANG', 'LOGNAME', 'OLDPWD', 'PATH', 'PWD', 'SHELL', 'USER'],
      cwd: '/home/learner',
    })
  })

  it('is the time of the world', async () => {
    const { out } = await typed(shellWith())('echo a > f; touch g; find . -newermt 2026-01-13; stat -c %Y f')
    expect(out).not.toContain('./')
  })

  it('lists the lines typed', async () => {
    const shell = shellWith({ history: ['old'] })
    await shell.run('echo a')
    expect(await typed(shell)('history')).toMatchObject({
      out: '    1  old\n    2  echo a\n    3  history\n',
    })
    expect(await typed(shell)('history 1')).toMatchObject({ out: '    4  history 1\n' })
  })

  it('has a page for each command of ours, and says where there is none', async () => {
    const run = typed(shellWith({ commands: [told] }))
    expect(await run('man told')).toMatchObject({ out: 'told\n' })
    expect((await run('help')).out).toContain('  told     what told does\n')
    expect(await run('man nope')).toEqual({ out: '', err: 'No manual entry for nope\n', exitCode: 16 })
  })

  it('lets the lab say itself what it can do, where there is one', async () => {
    const asked: string[][] = []
    const ask = async (words: readonly string[]) => {
      asked.push([...words])
      return { text: 'lab ring  a phone call', ok: true }
    }
    const inLab = typed(shellWith({ commands: [lab], host: smallHost({ lab: { ask } }) }))
    for (const line of ['lab', 'lab help', 'lab --help'])
      expect(await inLab(line)).toMatchObject({ out: expect.stringContaining('lab ring'), exitCode: 0 })
    expect(asked.map(([word]) => word)).toEqual(['help', 'help', '--help'])
    const alone = typed(shellWith({ commands: [lab] }))
    expect(await alone('lab')).toMatchObject({ out: lab.manual, exitCode: 0 })
    expect(await alone('lab ring')).toMatchObject({ err: 'lab: there is no lab here, only a shell\n' })
  })
})

describe('files of the learner', () => {
  const changesOf = async (...lines: string[]) => {
    const all: FileChange[] = []
    const shell = shellWith({ onChanges: (changes) => all.push(...changes) })
    let last: readonly FileChange[] = []
    for (const line of lines) last = (await shell.run(line)).changed
    return { all, last }
  }

  it('are handed out when they are written, moved, copied, linked and removed, below home only', async () => {
    const { last } = await changesOf(
      'mkdir d; echo 1 > a; echo 2 > d/b',
      'mv a d/c; cp -r d e; rm d/b; ln d/c hard; echo x > /tmp/other; echo y > e/y',
    )
    expect(
      Object.fromEntries(last.map(({ path, bytes }) => [path, bytes && new TextDecoder().decode(bytes)])),
    ).toEqual({
      a: undefined,
      'd/b': undefined,
      'd/c': '1\n',
      'e/b': '2\n',
      'e/c': '1\n',
      hard: '1\n',
      'e/y': 'y\n',
    })
  })

  it('go out once for a loop that appends', async () => {
    const { all } = await changesOf('for i in {1..100}; do echo $i >> log; done')
    expect(all.filter(({ bytes }) => bytes && bytes.length > 0).length).toBeLessThanOrEqual(2)
    expect(all.at(-1)?.bytes).toHaveLength(292)
  })
})

describe('bounds', () => {
  it('refuse a line beyond the cap before anything of it runs', async () => {
    const shell = shellWith()
    const result = await shell.run(`echo a > f; echo ${'x'.repeat(100_000)}`)
    expect(result).toMatchObject({ exitCode: 2, changed: [] })
    expect(new TextDecoder().decode(result.stderr)).toMatch(/^lab: this line has 100,?0\d\d bytes/)
  })

  it.each(['/dev/urandom', '/dev/random', '/dev/zero'])(
    'give the first 65,536 bytes of %s, which has no end',
    async (device) => {
      expect(await typed(shellWith())(`cat ${device} | wc -c; wc -c < ${device}`)).toEqual({
        out: '65536\n65536\n',
        err: '',
        exitCode: 0,
      })
    },
  )

  it('cut what is shown, with a sentence', async () => {
    const shell = shellWith({ limits: { output: 1_000 } })
    const { stdout, stderr } = await shell.run('for i in {1..500}; do echo 123456789; done; echo more')
    expect(stdout).toHaveLength(1_000)
    expect(new TextDecoder().decode(stderr)).toBe(
      '\nlab: the output goes on; only its first 1000 bytes are shown\n',
    )
  })

  it('end a loop that would turn too often, and what was set stays', async () => {
    const shell = shellWith({ limits: { turns: 1_000 } })
    await shell.run('x=5')
    const result = await shell.run('while true; do :; done')
    expect(result.exitCode).toBe(126)
    expect(result).not.toHaveProperty('ended')
    expect(await typed(shell)('echo $x')).toMatchObject({ out: '5\n' })
  })
})

const concat = (a: Uint8Array, b: Uint8Array) => Uint8Array.from([...a, ...b])
