import { describe, expect, it } from 'vitest'
import { labStage } from './testing/lab-stage.ts'

const stage = labStage()
const aws = (line: string) => stage.run(line.split(' '))

describe('help of aws', () => {
  it.each([
    [
      'help',
      'aws - the AWS Command Line Interface',
      'o kms\n',
      'https://docs.aws.amazon.com/cli/latest/reference/\n',
    ],
    [
      'kms help',
      'aws kms',
      'o import-key-material\n',
      'https://docs.aws.amazon.com/cli/latest/reference/kms/\n',
    ],
    [
      'kms import-key-material help',
      'aws kms import-key-material',
      '--expiration-model (string): KEY_MATERIAL_EXPIRES | KEY_MATERIAL_DOES_NOT_EXPIRE',
      'https://docs.aws.amazon.com/cli/latest/reference/kms/import-key-material.html\n',
    ],
  ])('has a page for: %s', async (line, name, entry, link) => {
    const { stdout, stderr, exitCode } = await aws(line)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    for (const part of [name, entry, link]) expect(stdout).toContain(part)
  })
})

describe('aws configure', () => {
  it('keeps a value in the learner’s own files, and the next command reads it', async () => {
    expect((await aws('configure set region eu-central-1 --profile other')).exitCode).toBe(0)
    expect(await aws('configure get region --profile other')).toMatchObject({ stdout: 'eu-central-1\n' })
    await stage.write(
      '.aws/config',
      new TextEncoder().encode('[default]\nregion = eu-central-1\noutput = text\n'),
    )
    const { stdout } = await aws('kms create-key --query KeyMetadata.Arn')
    expect(stdout).toMatch(/^arn:aws:kms:eu-central-1:/)
  })

  it('knows the roles of this world as profiles', async () => {
    expect((await aws('configure list-profiles')).stdout).toContain('AppRole')
  })
})
