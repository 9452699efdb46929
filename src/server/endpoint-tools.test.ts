import { execFile, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEndpoint, type Endpoint } from './endpoint.ts'
import { toolEnvironment } from './testing/tool-environment.ts'

/** The tools of a learner's real workplace, when this computer has them. Without them their journey cannot be run. */
const aws = spawnSync('aws', ['--version'], { encoding: 'utf8' })
const boto3 = spawnSync('python3', ['-c', 'import boto3; print(boto3.__version__)'], { encoding: 'utf8' })

const folder = mkdtempSync(join(tmpdir(), 'kms-tools-'))
const file = (name: string) => join(folder, name)
const run = promisify(execFile)
let endpoint: Endpoint

beforeAll(async () => {
  endpoint = await startEndpoint({ port: 0, start: Date.UTC(2026, 0, 12, 9) })
})
afterAll(async () => {
  await endpoint.close()
  rmSync(folder, { recursive: true })
})

const environment = () => toolEnvironment(endpoint.port, file('not-there'))

/** Named by option: versions before 2.13 do not read AWS_ENDPOINT_URL_KMS, which boto3 does below. */
async function cli(...words: string[]): Promise<Record<string, unknown>> {
  const options = ['--endpoint-url', `http://127.0.0.1:${endpoint.port}`, '--output', 'json']
  const { stdout } = await run('aws', [...words, ...options], { env: environment() })
  return stdout.trim() === '' ? {} : (JSON.parse(stdout) as Record<string, unknown>)
}
const kms = (...words: string[]) => cli('kms', ...words)
const saveBlob = (name: string, base64: unknown) =>
  writeFileSync(file(name), Buffer.from(base64 as string, 'base64'))
const wrapWith = (publicKey: string, oaepHash: 'sha1' | 'sha256', material: Uint8Array) => {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, material)
}
const travel = (advanceSeconds: number) =>
  fetch(`http://127.0.0.1:${endpoint.port}/_lab/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds }),
  })

if (aws.status !== 0) console.warn('aws CLI not present: journey not run')
else
  describe(`the import journey of ${`${aws.stdout}${aws.stderr}`.trim().split(' ')[0]}`, () => {
    it('imports, expires, is refused and imports again', async () => {
      expect(await cli('sts', 'get-caller-identity')).toEqual({
        UserId: '111122223333',
        Account: '111122223333',
        Arn: 'arn:aws:iam::111122223333:root',
      })
      const created = await kms(
        'create-key',
        '--origin',
        'EXTERNAL',
        '--tags',
        'TagKey=Team,TagValue=Payroll',
        '--description',
        'by the CLI',
      )
      const { KeyId, CreationDate } = created.KeyMetadata as { KeyId: string; CreationDate: string | number }
      expect(
        typeof CreationDate === 'number' ? CreationDate * 1000 : Date.parse(CreationDate),
      ).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 12, 9))
      await kms('create-alias', '--alias-name', 'alias/cli', '--target-key-id', KeyId)

      const parameters = await kms(
        'get-parameters-for-import',
        '--key-id',
        KeyId,
        '--wrapping-algorithm',
        'RSAES_OAEP_SHA_256',
        '--wrapping-key-spec',
        'RSA_2048',
      )
      saveBlob('token.bin', parameters.ImportToken)
      const wrap = (name: string, material: Uint8Array) =>
        writeFileSync(file(name), wrapWith(parameters.PublicKey as string, 'sha256', material))
      wrap('mine.bin', randomBytes(32))
      wrap('wrong.bin', randomBytes(32))
      const importFrom = (name: string, ...expiry: string[]) =>
        kms(
          'import-key-material',
          '--key-id',
          KeyId,
          '--import-token',
          `fileb://${file('token.bin')}`,
          '--encrypted-key-material',
          `fileb://${file(name)}`,
          ...expiry,
        )
      await importFrom(
        'mine.bin',
        '--expiration-model',
        'KEY_MATERIAL_EXPIRES',
        '--valid-to',
        '2026-01-12T10:00:00Z',
      )

      writeFileSync(file('plain.txt'), 'payroll')
      const context = ['--encryption-context', 'app=payroll']
      saveBlob(
        'secret.enc',
        (
          await kms(
            'encrypt',
            '--key-id',
            'alias/cli',
            '--plaintext',
            `fileb://${file('plain.txt')}`,
            ...context,
          )
        ).CiphertextBlob,
      )
      const decrypt = async () => {
        const { Plaintext } = await kms(
          'decrypt',
          '--ciphertext-blob',
          `fileb://${file('secret.enc')}`,
          ...context,
        )
        return Buffer.from(Plaintext as string, 'base64').toString()
      }
      expect(await decrypt()).toBe(readFileSync(file('plain.txt'), 'utf8'))

      await travel(3601)
      await expect(decrypt()).rejects.toThrow('(KMSInvalidStateException) when calling the Decrypt operation')
      const forGood = ['--expiration-model', 'KEY_MATERIAL_DOES_NOT_EXPIRE']
      await expect(importFrom('wrong.bin', ...forGood)).rejects.toThrow('(IncorrectKeyMaterialException)')
      await importFrom('mine.bin', ...forGood)
      expect(await decrypt()).toBe('payroll')
      await travel(24 * 3600)
      await expect(importFrom('mine.bin', ...forGood)).rejects.toThrow('(ExpiredImportTokenException)')
    })
  })

const JOURNEY = `
import base64, boto3, json, os, urllib.request
kms = boto3.client("kms")
def clock(**move):
    url = os.environ["AWS_ENDPOINT_URL_KMS"] + "/_lab/clock"
    body = json.dumps(move).encode() if move else None
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    return json.load(urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request))["now"]
def refused(call, name):
    try:
        call()
    except getattr(kms.exceptions, name):
        return name
    raise SystemExit("not refused with " + name)
key = kms.create_key(Origin="EXTERNAL")["KeyMetadata"]["KeyId"]
p = kms.get_parameters_for_import(KeyId=key, WrappingAlgorithm="RSAES_OAEP_SHA_1", WrappingKeySpec="RSA_2048")
print(base64.b64encode(p["PublicKey"]).decode(), flush=True)
wrapped = {name: base64.b64decode(text) for name, text in json.loads(input()).items()}
def load(name, **more):
    return kms.import_key_material(KeyId=key, ImportToken=p["ImportToken"], EncryptedKeyMaterial=wrapped[name], **more)
load("mine", ValidTo=clock() + 3600)
blob = kms.encrypt(KeyId=key, Plaintext=b"payroll", EncryptionContext={"app": "payroll"})["CiphertextBlob"]
def decrypt():
    return kms.decrypt(CiphertextBlob=blob, EncryptionContext={"app": "payroll"})["Plaintext"].decode()
seen = [decrypt(), refused(lambda: kms.decrypt(CiphertextBlob=blob), "InvalidCiphertextException")]
clock(advanceSeconds=3601)
seen.append(refused(decrypt, "KMSInvalidStateException"))
seen.append(refused(lambda: load("wrong", ExpirationModel="KEY_MATERIAL_DOES_NOT_EXPIRE"), "IncorrectKeyMaterialException"))
load("mine", ExpirationModel="KEY_MATERIAL_DOES_NOT_EXPIRE")
seen.append(decrypt())
seen.append(refused(lambda: kms.describe_key(KeyId="alias/nobody"), "NotFoundException"))
for i in range(5):
    kms.create_alias(AliasName="alias/boto-%d" % i, TargetKeyId=key)
pages = kms.get_paginator("list_aliases").paginate(KeyId=key, PaginationConfig={"PageSize": 2})
seen.append(sum(len(page["Aliases"]) for page in pages))
print(json.dumps(seen))
`

if (boto3.status !== 0) console.warn('boto3 not present: journey not run')
else
  describe(`the import journey of boto3 ${boto3.stdout.trim()}`, () => {
    it('imports, expires, is refused and imports again', async () => {
      writeFileSync(file('journey.py'), JOURNEY)
      const python = spawn('python3', [file('journey.py')], {
        env: environment(),
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const said: string[] = []
      for await (const line of createInterface({ input: python.stdout })) {
        if (said.push(line) > 1) continue
        const wrapped = (material: Uint8Array) => wrapWith(line, 'sha1', material).toString('base64')
        python.stdin.write(
          `${JSON.stringify({ mine: wrapped(randomBytes(32)), wrong: wrapped(randomBytes(32)) })}\n`,
        )
      }
      expect(JSON.parse(said.at(-1) ?? 'null')).toEqual([
        'payroll',
        'InvalidCiphertextException',
        'KMSInvalidStateException',
        'IncorrectKeyMaterialException',
        'payroll',
        'NotFoundException',
        5,
      ])
    })
  })
