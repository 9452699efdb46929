import { describe, expect, it } from 'vitest'
import { completeAws } from './complete.ts'
import { labStage } from './testing/lab-stage.ts'

async function after(line: string): Promise<string[]> {
  const { host, files, context, sent } = labStage()
  await files.write('cipher.bin', new Uint8Array(1))
  await files.write('keys/token.bin', new Uint8Array(1))
  const names = async () => [
    { value: '1234abcd-12ab-34cd-56ef-1234567890ab', hint: 'Payroll' },
    { value: 'alias/payroll' },
  ]
  const items = await completeAws(line.split(' ').slice(1), { ...context([]), host: { ...host, names } })
  expect(sent, 'completion asks no service').toEqual([])
  return items.map(({ value }) => value)
}

describe('completion of aws', () => {
  it.each([
    ['aws k', ['kms']],
    ['aws --region eu-west-1 kms describe-k', ['describe-key']],
    ['aws s3 c', ['cp']],
    ['aws configure list-', ['list-profiles']],
    ['aws kms encrypt --key', ['--key-id']],
    ['aws kms sign --message-type ', ['RAW', 'DIGEST', 'EXTERNAL_MU']],
    ['aws kms create-grant --operations Encrypt Dec', ['Decrypt', 'Decapsulate'].sort().reverse()],
    ['aws kms describe-key --key-id 1', ['1234abcd-12ab-34cd-56ef-1234567890ab']],
    ['aws kms describe-key --key-id al', ['alias/payroll']],
    ['aws kms delete-alias --alias-name ', ['alias/payroll']],
    ['aws kms decrypt --ciphertext-blob ', ['fileb://cipher.bin', 'fileb://keys/']],
    ['aws kms decrypt --ciphertext-blob fileb://keys/', ['fileb://keys/token.bin']],
    ['aws kms list-keys --output y', ['yaml', 'yaml-stream']],
    ['aws kms list-keys --profile App', ['AppRole']],
    ['aws kms list-keys --region eu-c', ['eu-central-1']],
    ['aws events list-del', []],
    ['aws nothing he', ['help']],
  ])('%s', async (line, values) => {
    expect((await after(line)).sort()).toEqual([...values].sort())
  })

  it('offers what is required first, and nothing that is on the line already', async () => {
    const offered = await after('aws kms encrypt --plaintext aGk= --')
    expect(offered[0]).toBe('--key-id')
    expect(offered).not.toContain('--plaintext')
    expect(offered).toContain('--output')
  })
})
