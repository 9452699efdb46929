import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import { concatBytes } from '../bytes/bytes.ts'
import { encodeHex } from '../bytes/hex.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { webCryptoProvider } from '../crypto/web-crypto.ts'
import { seededEntropy } from '../world/entropy.ts'
import { loose } from './codec.ts'
import { createLab } from './create-lab.ts'
import { LabRefusal } from './refusal.ts'
import { asked, withDisk } from './testing/disk.ts'
import { testPorts } from './testing/ports.ts'
import { createKey, importMaterial, ok } from './testing/work.ts'

/** The three ways in which bytes can lie inside base64, without the letters that depend on neighbours. */
const base64Forms = (bytes: Uint8Array) =>
  [0, 1, 2].map((shift) =>
    encodeBase64(concatBytes(new Uint8Array(shift), bytes)).slice(shift === 0 ? 0 : 4, -4),
  )

function traces(bytes: Uint8Array, text: string): string[] {
  const hex = encodeHex(bytes)
  const raw = new TextDecoder('latin1').decode(bytes)
  const found = [hex, hex.toUpperCase(), raw, ...base64Forms(bytes)].filter((form) => text.includes(form))
  if (text.includes([...bytes].join(','))) found.push('list of numbers')
  return found
}

describe('a plaintext secret', () => {
  it('is nowhere in trail, journal, rows, save file or disk, however it came in', async () => {
    const factory = new IDBFactory()
    const lab = await createLab(testPorts({ storage: { indexedDB: () => factory } }))
    const random = seededEntropy(new Uint8Array(32).fill(200))
    const planted = random.bytes(32)
    const material = random.bytes(32)
    const generated = await createKey(lab)
    const KeyId = await createKey(lab, 'EXTERNAL')

    const { CiphertextBlob } = await ok(lab, 'Encrypt', {
      KeyId: generated,
      Plaintext: encodeBase64(planted),
    })
    await ok(lab, 'Decrypt', { CiphertextBlob: CiphertextBlob as string })
    expect(await importMaterial(lab, { KeyId, material, crypto: webCryptoProvider() })).toMatchObject({
      ok: true,
    })
    const { Plaintext } = await ok(lab, 'GenerateDataKey', { KeyId: generated, KeySpec: 'AES_256' })
    const { Plaintext: randomBytes } = await ok(lab, 'GenerateRandom', { NumberOfBytes: 32 })
    // The same by the terminal's door.
    await lab.send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.Encrypt',
        authorization:
          'AWS4-HMAC-SHA256 Credential=lab/20260112/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=lab',
      },
      body: encodeUtf8(JSON.stringify({ KeyId: generated, Plaintext: encodeBase64(planted) })),
    })
    expect(lab.trail().at(-1)).toMatchObject({ eventName: 'Encrypt' })

    const onDisk = await withDisk(factory, async ({ events, snapshots, meta }) => [
      await asked(events.getAll()),
      await asked(snapshots.getAll()),
      await asked(meta.getAll()),
    ])
    const file = await lab.save()
    const places = {
      trail: JSON.stringify(lab.trail()),
      journal: loose(await lab.journal()),
      rows: loose(lab.tables.dump()),
      disk: loose(onDisk),
      file: new TextDecoder('latin1').decode(file),
    }
    const secrets = {
      planted,
      material,
      dataKey: decodeBase64(Plaintext as string),
      random: decodeBase64(randomBytes as string),
    }
    for (const [place, text] of Object.entries(places)) {
      expect(text.length).toBeGreaterThan(1_000)
      for (const [secret, bytes] of Object.entries(secrets))
        expect({ place, secret, found: traces(bytes, text) }).toEqual({ place, secret, found: [] })
    }
    // The search finds what is there.
    expect(
      traces(planted, `..${encodeBase64(concatBytes(Uint8Array.of(1, 2), planted, Uint8Array.of(3)))}..`),
    ).not.toEqual([])
  })
})

describe('T23 what looks like a real AWS credential', () => {
  const base32 = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
    minLength: 16,
    maxLength: 16,
  })
  const id = fc.tuple(fc.constantFrom('AKIA', 'ASIA'), base32).map(([prefix, rest]) => prefix + rest)
  const text = id
    .filter((name) => !name.endsWith('EXAMPLE'))
    .map((name) => `[default]\naws_access_key_id = ${name}\n`)

  it('is refused by every door before anything is kept: 500 of 500 leave no trace', async () => {
    const factory = new IDBFactory()
    const lab = await createLab(testPorts({ storage: { indexedDB: () => factory } }))
    const before = loose(lab.tables.dump())
    const samples = fc.sample(text, { numRuns: 500, seed: 23 })
    let refused = 0
    for (const [i, sample] of samples.entries()) {
      const doors = [
        () => lab.putFile('credentials', encodeUtf8(sample)),
        () => lab.receive('credentials', encodeUtf8(sample)),
        () => lab.call({ operation: 'CreateKey', input: { Description: sample } }),
        () =>
          lab.call({
            operation: 'Encrypt',
            input: { KeyId: 'alias/a', Plaintext: encodeBase64(encodeUtf8(sample)) },
          }),
        () => lab.answer('q', sample),
        () => lab.putFile(`${sample.split(' = ')[1]?.trim()}.txt`, Uint8Array.of(1)),
        () =>
          lab.putFile(
            'utf16.txt',
            new Uint8Array(Uint16Array.from([...sample].map((letter) => letter.charCodeAt(0))).buffer),
          ),
      ]
      const door = doors[i % doors.length] as () => Promise<unknown>
      await door().then(
        () => undefined,
        (error: unknown) => {
          expect(error).toBeInstanceOf(LabRefusal)
          refused++
        },
      )
    }
    expect(refused).toBe(500)
    expect(loose(lab.tables.dump())).toBe(before)
    expect(await lab.journal()).toHaveLength(1)
    expect(lab.store.getState().calls).toEqual([])
  })

  it('does not include what documentation and labs are full of', async () => {
    const lab = await createLab(testPorts())
    await lab.putFile(
      'notes.txt',
      encodeUtf8('aws_access_key_id = AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=lab\n'),
    )
    await lab.putFile('material.bin', seededEntropy(new Uint8Array(32)).bytes(32))
    await ok(lab, 'CreateKey', {
      Description: 'key for study FT-01, see arn:aws:iam::111122223333:role/KeyAdmin',
    })
  })
})
