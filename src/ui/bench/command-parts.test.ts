import { expect, describe, it } from 'vitest'
import { commandParts } from './command-parts.ts'

const changed = (command: string, before: string) =>
  commandParts(command, before)
    .filter((part) => part.changed)
    .map(({ text }) => text.trim())

describe('the changed part of a command', () => {
  it('is the value that differs, not its option', () => {
    expect(changed('aws kms describe-key --key-id B', 'aws kms describe-key --key-id A')).toEqual(['B'])
  })

  it('is a new option with its value', () => {
    expect(
      changed("aws kms encrypt --key-id A --encryption-context 'a=1 2'", 'aws kms encrypt --key-id A'),
    ).toEqual(["--encryption-context 'a=1 2'"])
  })

  it('is nothing when only the line breaks moved', () => {
    expect(changed('aws kms encrypt \\\n    --key-id A', 'aws kms encrypt --key-id A')).toEqual([])
  })

  it('is nothing for a first command', () => {
    expect(commandParts('aws kms list-keys')).toEqual([{ text: 'aws kms list-keys', changed: false }])
  })

  it('loses no character', () => {
    const command = 'aws kms x --a \'b  c\' \\\n    --d "e\\" f"  g\'h'
    expect(
      commandParts(command, 'aws')
        .map(({ text }) => text)
        .join(''),
    ).toBe(command)
  })
})
