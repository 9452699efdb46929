import fc from 'fast-check'
import { gzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Bytes } from '../bytes/bytes.ts'
import { owned } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { createLab } from './create-lab.ts'
import { stateHash } from './digest.ts'
import type { Lab } from './lab.ts'
import { LoadRefusal } from './refusal.ts'
import { MAX_FILE, readSaveFile } from './save-file.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, hashOf, importMaterial, ok } from './testing/work.ts'
import { says } from './words.ts'

const NOW = Date.UTC(2026, 10, 28)
const golden = (name: string): Bytes => owned(readFileSync(new URL(`golden/${name}`, import.meta.url)))
const refusal = (file: Bytes): string => {
  try {
    readSaveFile(file, NOW)
  } catch (error) {
    if (error instanceof LoadRefusal) return error.message
    throw error
  }
  return 'opened'
}

let saved: Bytes
let lab: Lab

beforeAll(async () => {
  lab = await createLab(testPorts())
  const KeyId = await createKey(lab, 'EXTERNAL')
  await importMaterial(lab, { KeyId, material: new Uint8Array(32).fill(4), crypto: webCryptoProvider() })
  await ok(lab, 'CreateAlias', { AliasName: 'alias/trial-records', TargetKeyId: KeyId })
  await lab.putFile('note.txt', encodeUtf8('visit'))
  saved = await lab.save()
})

describe('a workspace as a file', () => {
  it('comes back whole in another browser, with what can be undone', async () => {
    const other = await createLab(testPorts({ seed: 2 }))
    await createKey(other)
    await other.load(saved)
    expect(hashOf(other)).toBe(hashOf(lab))
    expect(other.store.getState()).toMatchObject({ saved: 'saved', canUndo: true })
    await other.undo()
    expect(other.tables.size('files')).toBe(0)
    expect(await other.save()).not.toEqual(saved)
  })

  it('is refused in a plain sentence when it is not ours, damaged, newer or too large', async () => {
    const text = decodeUtf8(saved)
    expect(refusal(new Uint8Array(MAX_FILE + 1))).toBe(says.loadTooLarge)
    expect(refusal(encodeUtf8('hello'))).toBe(says.loadCutShort)
    expect(refusal(encodeUtf8('{"format":"something else"}'))).toBe(says.loadNotOurs)
    expect(refusal(encodeUtf8(text.replace('"schema":1', '"schema":2')))).toBe(says.loadNewer)
    expect(refusal(encodeUtf8(text.replace('trial-records', 'trial-recordz')))).toBe(says.loadDamaged)
    expect(refusal(encodeUtf8('['.repeat(100_000)))).toBe(says.loadTooDeep)
    expect(refusal(Uint8Array.of(0x1f, 0x8b, 8, 0, 0))).toBe(says.loadCutShort)
  })

  it('is refused when it would fill the memory', () => {
    const bomb = owned(gzipSync(new Uint8Array(60 * 1024 * 1024), { level: 9 }))
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusal(bomb)).toBe(says.loadInflates)
  })

  it('leaves the present work untouched when it is refused', async () => {
    const other = await createLab(testPorts({ seed: 3 }))
    await createKey(other)
    const before = hashOf(other)
    await expect(
      other.load(encodeUtf8(decodeUtf8(saved).replace('trial-records', 'other-records'))),
    ).rejects.toThrow(LoadRefusal)
    await expect(other.load(saved.slice(0, 500))).rejects.toThrow(LoadRefusal)
    expect(hashOf(other)).toBe(before)
    expect(await other.journal()).toHaveLength(2)
  })

  it('keeps tags and context names that JavaScript has plans for', async () => {
    const one = await createLab(testPorts({ seed: 4 }))
    const KeyId = await createKey(one)
    const tags = ['__proto__', 'constructor', 'prototype', '$bytes', '$$x', 'toString']
    await ok(one, 'TagResource', {
      KeyId,
      Tags: tags.map((TagKey) => ({ TagKey, TagValue: `of ${TagKey}` })),
    })
    const other = await createLab(testPorts({ seed: 5 }))
    await other.load(await one.save())
    expect(hashOf(other)).toBe(hashOf(one))
    const { Tags } = await ok(other, 'ListResourceTags', { KeyId })
    expect(
      (Tags as { TagKey: string; TagValue: string }[]).map(({ TagKey, TagValue }) => [TagKey, TagValue]),
    ).toEqual(expect.arrayContaining(tags.map((tag) => [tag, `of ${tag}`])))
  })

  it('T11 in 10,000 hostile forms it is opened or refused, never a third thing, and no prototype changes', () => {
    const whole = JSON.parse(decodeUtf8(saved)) as Record<string, unknown>
    const counts = { opened: 0, refused: 0 }
    const names = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'base',
      'entries',
      'rows',
      'change',
      '$bytes',
      'toString',
      'polluted',
    )
    const hostile = fc.oneof(
      fc.json({ maxDepth: 6 }),
      // A place of a true save, with something else in it.
      fc
        .tuple(fc.array(fc.nat(), { maxLength: 8 }), names, fc.json({ maxDepth: 3 }))
        .map(([path, name, value]) => planted(whole, path, name, value)),
      fc.tuple(fc.nat(), fc.nat(255)).map(([at, byte]) => {
        const copy = saved.slice()
        copy[at % copy.length] = byte
        return copy
      }),
      fc.uint8Array({ maxLength: 200 }),
    )
    fc.assert(
      fc.property(hostile, (form) => {
        const result = refusal(typeof form === 'string' ? encodeUtf8(form) : owned(form))
        counts[result === 'opened' ? 'opened' : 'refused']++
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 10_000, seed: 11 },
    )
    expect(counts.opened + counts.refused).toBe(10_000)
    expect(counts.refused).toBeGreaterThan(9_000)
  })
})

describe('F12 saves of every released version', () => {
  it.each([
    ['save-v0.json', '7dfe78c52e9a1dc7aa0cc67938e60b270b635bcd7f24f1fd9b539b9161f858a2'],
    ['save-v1.json', '0ebc3741502dfed3a30643c9845a751c118cfbc39ee5041c0b887e71b2000a02'],
  ])('%s opens to the state it had', (name, hash) => {
    const { rebuilt } = readSaveFile(golden(name), NOW)
    expect(stateHash(rebuilt.tables.dump())).toBe(hash)
  })
})

function planted(whole: unknown, path: readonly number[], name: string, value: string): string {
  const own = JSON.stringify(name)
  const text = (at: unknown, left: readonly number[]): string => {
    const [pick, ...rest] = left
    if (pick === undefined || typeof at !== 'object' || at === null) return `{${own}:${value}}`
    if (Array.isArray(at))
      return `[${at.map((entry, i) => (i === pick % at.length ? text(entry, rest) : JSON.stringify(entry))).join(',')}]`
    const keys = Object.keys(at)
    const chosen = keys[pick % keys.length]
    const members = keys.map(
      (key) =>
        `${JSON.stringify(key)}:${key === chosen ? text((at as Record<string, unknown>)[key], rest) : JSON.stringify((at as Record<string, unknown>)[key])}`,
    )
    return `{${[...members, `${own}:${value}`].join(',')}}`
  }
  return text(whole, path)
}
