import { spawn } from 'node:child_process'
import { expect, test } from './fixtures.ts'

test('a script in Node ends when its last line has, and waits for nothing', async () => {
  const shell = spawn(process.execPath, ['dist/server/shell.js'])
  shell.stdin.end('for i in 1 2; do aws kms create-key > key.json; done; aws kms list-keys | wc -l; exit 7\n')
  let shown = ''
  shell.stdout.on('data', (bytes: Buffer) => (shown += bytes))
  // Not at its exit: what it printed last may still be on its way then.
  const ended = await new Promise((resolve) => shell.on('close', (code, signal) => resolve({ code, signal })))
  expect({ shown, ended }).toEqual({ shown: '12\n', ended: { code: 7, signal: null } })
})
