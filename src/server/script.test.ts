import { describe, expect, it } from 'vitest'
import { seededEntropy } from '../world/entropy.ts'
import { nodeProvider } from './node-provider.ts'
import { runScript } from './script.ts'

async function played(script: string) {
  const shown = { stdout: '', stderr: '' }
  const { exitCode, trail } = await runScript(script, {
    account: '111122223333',
    region: 'eu-west-1',
    start: Date.UTC(2026, 0, 12, 9),
    entropy: seededEntropy(new Uint8Array(32).fill(1)),
    crypto: nodeProvider(),
    onOutput: (stream, bytes) => (shown[stream] += new TextDecoder().decode(bytes)),
    onBug: (error) => {
      throw error
    },
  })
  return { ...shown, exitCode, trail }
}

const JOURNEY = `set -e
key=$(aws kms create-key --description 'the first' --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/first --target-key-id "$key"
printf 'a secret \\xff' > plain
aws kms encrypt --key-id alias/first --plaintext fileb://plain --query CiphertextBlob --output text | base64 -d > sealed
aws kms decrypt --ciphertext-blob fileb://sealed --query Plaintext --output text | base64 -d > back
cmp plain back && echo same
lab clock +24h
`

describe('a script in Node', () => {
  it('runs in the lab’s shell over the lab’s cloud, and leaves a trail', async () => {
    const { stdout, stderr, exitCode, trail } = await played(JOURNEY)
    expect({ stderr, exitCode, stdout }).toEqual({
      stderr: '',
      exitCode: 0,
      stdout: 'same\n2026-01-13T09:00:04Z\n',
    })
    expect(trail.map(({ eventName }) => eventName)).toEqual([
      'CreateKey',
      'CreateAlias',
      'Encrypt',
      'Decrypt',
    ])
  })

  it('says the same each time from the same seed', async () => {
    const script = 'aws kms create-key; head -c 8 /dev/urandom | base64; date'
    expect(await played(script)).toEqual(await played(script))
  })

  it('ends as the script does, and stops where bash would', async () => {
    expect(await played('echo a; exit 7; echo b')).toMatchObject({ stdout: 'a\n', exitCode: 7 })
    expect(await played('set -e\necho a\nfalse\necho b')).toMatchObject({ stdout: 'a\n', exitCode: 1 })
    expect(await played('echo a\nfi\necho b')).toMatchObject({ stdout: 'a\n', exitCode: 2 })
    expect((await played('aws kms describe-key --key-id alias/none')).exitCode).toBe(254)
  })

  it('sees no file and no variable of this computer', async () => {
    process.env.LAB_SECRET_OF_THE_HOST = 'here'
    try {
      const { stdout } = await played(
        `echo "[$LAB_SECRET_OF_THE_HOST]"; env; ls -a / /etc ~; cat ${import.meta.filename}`,
      )
      expect(stdout).toContain('[]\n')
      expect(stdout).not.toContain('here')
      expect(stdout).not.toContain(process.cwd())
    } finally {
      delete process.env.LAB_SECRET_OF_THE_HOST
    }
  })
})
