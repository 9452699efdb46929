import { describe, expect, it } from 'vitest'
import { blob, list, optional, structure, text, timestamp } from '../../kms/shapes.ts'
import { cliJson, jsonTree, type JsonNode } from './json-nodes.ts'

const members = {
  KeyMetadata: optional(
    structure({ KeyState: text(), CreationDate: timestamp(), ValidTo: optional(timestamp()) }),
  ),
  ImportToken: optional(blob()),
  Keys: optional(list(structure({ KeyId: text() }))),
}

const at = (node: JsonNode, ...path: readonly string[]): JsonNode => {
  const [name, ...rest] = path
  if (name === undefined) return node
  if (node.is === 'scalar') throw new RangeError(name)
  const entry =
    node.is === 'list' ? node.entries[Number(name)] : node.entries.find((each) => each.name === name)
  if (!entry) throw new RangeError(name)
  return at(entry.node, ...rest)
}

describe('an answer', () => {
  const nine = Date.UTC(2026, 0, 12, 9) / 1000

  it('shows times as the AWS CLI prints them, by the shape of the member', () => {
    const tree = jsonTree({ KeyMetadata: { CreationDate: nine } }, { members })
    expect(cliJson(tree)).toBe(
      '{\n    "KeyMetadata": {\n        "CreationDate": "2026-01-12T09:00:00+00:00"\n    }\n}',
    )
  })

  it('shortens long text, says that it is a blob, and keeps the whole for copying', () => {
    const token = 'A'.repeat(2824)
    const tree = jsonTree({ ImportToken: token }, { members })
    expect(at(tree, 'ImportToken')).toMatchObject({
      value: { kind: 'long', shown: `"${'A'.repeat(24)}…"`, whole: token, blob: true },
    })
    expect(cliJson(tree)).toContain(token)
  })

  it('marks what differs from the same command before, with what it was', () => {
    const before = { KeyMetadata: { KeyState: 'PendingImport', CreationDate: nine } }
    const after = { KeyMetadata: { KeyState: 'Enabled', CreationDate: nine, ValidTo: nine } }
    const tree = jsonTree(after, { members, before })
    expect(at(tree, 'KeyMetadata', 'KeyState')).toMatchObject({ mark: { was: '"PendingImport"' } })
    expect(at(tree, 'KeyMetadata', 'ValidTo')).toMatchObject({ mark: {} })
    expect(at(tree, 'KeyMetadata', 'CreationDate')).not.toHaveProperty('mark')
    expect(at(tree, 'KeyMetadata')).not.toHaveProperty('mark')
  })

  it('names members that are gone', () => {
    const tree = jsonTree({ KeyMetadata: {} }, { members, before: { KeyMetadata: { ValidTo: nine } } })
    expect(at(tree, 'KeyMetadata')).toMatchObject({ gone: ['ValidTo'] })
  })

  it('marks new items of a list', () => {
    const tree = jsonTree(
      { Keys: [{ KeyId: 'a' }, { KeyId: 'b' }] },
      { members, before: { Keys: [{ KeyId: 'a' }] } },
    )
    expect(at(tree, 'Keys', '0', 'KeyId')).not.toHaveProperty('mark')
    expect(at(tree, 'Keys', '1')).toHaveProperty('mark')
  })

  it('marks nothing when there is nothing to compare with', () => {
    expect(JSON.stringify(jsonTree({ KeyMetadata: { KeyState: 'Enabled' } }, { members }))).not.toContain(
      'mark',
    )
  })
})
