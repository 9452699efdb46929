import { describe, expect, it } from 'vitest'
import {
  blob,
  flag,
  integer,
  keyId,
  list,
  optional,
  stringMap,
  structure,
  tags,
  text,
  timestamp,
  type Members,
} from '../kms/shapes.ts'
import { commandFor, kebab, type CliValue } from './cli-command.ts'

const members: Members = {
  KeyId: keyId(),
  Description: optional(text()),
  Plaintext: optional(blob()),
  EncryptionContext: optional(stringMap()),
  GrantTokens: optional(list(text())),
  Tags: optional(tags()),
  Constraints: optional(structure({ EncryptionContextSubset: optional(stringMap()) })),
  RotationPeriodInDays: optional(integer()),
  ValidTo: optional(timestamp()),
  DryRun: optional(flag()),
}
const options = (input: Record<string, CliValue>) =>
  commandFor('X', input, members).slice('aws kms x '.length)

describe('the aws line of a request', () => {
  it.each([
    ['GenerateDataKeyPairWithoutPlaintext', 'generate-data-key-pair-without-plaintext'],
    ['ReEncrypt', 're-encrypt'],
    ['GetParametersForImport', 'get-parameters-for-import'],
    ['VerifyMac', 'verify-mac'],
    ['RotationPeriodInDays', 'rotation-period-in-days'],
    ['XksProxyUriEndpoint', 'xks-proxy-uri-endpoint'],
    ['CloudHsmClusterId', 'cloud-hsm-cluster-id'],
    ['CustomerMasterKeySpec', 'customer-master-key-spec'],
  ])('spells %s as %s', (name, expected) => expect(kebab(name)).toBe(expected))

  it('fits on one line up to 80 columns', () => {
    expect(commandFor('DescribeKey', { KeyId: 'alias/payroll' }, members)).toBe(
      'aws kms describe-key --key-id alias/payroll',
    )
  })

  it('names profile and Region at its end, where they are not the default ones', () => {
    expect(commandFor('ListKeys', {}, members, { profile: 'AppRole', region: 'us-east-1' })).toBe(
      'aws kms list-keys --profile AppRole --region us-east-1',
    )
    expect(commandFor('ListKeys', {}, members, { profile: 'team role' })).toBe(
      "aws kms list-keys --profile 'team role'",
    )
  })

  it('is broken after each option when it is longer', () => {
    const command = commandFor(
      'Encrypt',
      { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab', Plaintext: { file: 'secret.txt' }, DryRun: true },
      members,
    )
    expect(command).toBe(
      'aws kms encrypt \\\n  --key-id 1234abcd-12ab-34cd-56ef-1234567890ab \\\n  --plaintext fileb://secret.txt \\\n  --dry-run',
    )
  })

  it.each<[string, Record<string, CliValue>, string]>([
    ['a blob from a file', { Plaintext: { file: 'my secret.txt' } }, "--plaintext 'fileb://my secret.txt'"],
    ['a short blob as base64', { Plaintext: 'cGF5cm9sbA==' }, '--plaintext cGF5cm9sbA=='],
    ['a flag that is off', { DryRun: false }, '--no-dry-run'],
    ['a number', { RotationPeriodInDays: 365 }, '--rotation-period-in-days 365'],
    ['a date', { ValidTo: 1_769_904_000 }, '--valid-to 2026-02-01T00:00:00Z'],
    ['a date given as text', { ValidTo: '2026-02-01T00:00:00Z' }, '--valid-to 2026-02-01T00:00:00Z'],
    ['text with a space and a quote', { Description: "Bob's key" }, `--description 'Bob'\\''s key'`],
    ['text that the shell would expand', { Description: '$HOME `id` *' }, "--description '$HOME `id` *'"],
    ['no text at all', { Description: '' }, "--description ''"],
    ['text that looks like an option', { Description: '-x' }, '--description=-x'],
    [
      'a map',
      { EncryptionContext: { app: 'payroll', env: 'test' } },
      '--encryption-context app=payroll,env=test',
    ],
    [
      'a map that shorthand cannot say',
      { EncryptionContext: { app: 'a,b' } },
      `--encryption-context '{"app":"a,b"}'`,
    ],
    ['an empty map', { EncryptionContext: {} }, "--encryption-context '{}'"],
    ['a list', { GrantTokens: ['a', 'b c'] }, "--grant-tokens a 'b c'"],
    ['an empty list', { GrantTokens: [] }, "--grant-tokens '[]'"],
    ['a list whose text looks like JSON', { GrantTokens: ['[a'] }, `--grant-tokens '["[a"]'`],
    [
      'tags',
      {
        Tags: [
          { TagKey: 'CostCenter', TagValue: '42' },
          { TagKey: 'Team', TagValue: 'Pay roll' },
        ],
      },
      "--tags TagKey=CostCenter,TagValue=42 'TagKey=Team,TagValue=Pay roll'",
    ],
    [
      'a map in a structure',
      { Constraints: { EncryptionContextSubset: { a: 'b' } } },
      `--constraints '{"EncryptionContextSubset":{"a":"b"}}'`,
    ],
    [
      'nothing for null and for unknown members',
      { Description: null, DryRun: true, Unknown: 'x' },
      '--dry-run',
    ],
  ])('writes %s', (_, input, expected) => expect(options(input)).toBe(expected))
})
