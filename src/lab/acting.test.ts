import { describe, expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { rolesTable, type RoleRecord } from '../cloud/identities.ts'
import { seconds } from '../world/clock.ts'
import { ACTING, actors, AT_HOME, regions } from './acting.ts'
import { createLab } from './create-lab.ts'
import { requireSoundRows } from './row-shapes.ts'
import type { Lab } from './lab.ts'
import { ACCOUNT } from './stage.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { createKey, hashOf, ok } from './testing/work.ts'
import { WORLD_START } from './world-rows.ts'

const open = (ports = testPorts({ labs: [smallLab] })) => createLab(ports)
const acting = (lab: Lab) => lab.store.getState().acting
const lastWho = (lab: Lab) => lab.trail().at(-1)?.userIdentity
const note = encodeBase64(encodeUtf8('dose=20mg'))

describe('whom the learner acts as', () => {
  it('is the root at home until they choose, which costs no time and is not taken back by undo', async () => {
    const lab = await open()
    expect(acting(lab)).toEqual({ as: 'root', region: 'eu-west-1' })
    const KeyId = await createKey(lab)
    await lab.actAs({ as: 'Auditor' })
    await lab.actAs({ region: 'us-east-1' })
    expect(acting(lab)).toEqual({ as: 'Auditor', region: 'us-east-1' })
    expect(lab.store.getState().now).toBe(WORLD_START + seconds(1))
    await lab.undo()
    expect(acting(lab)).toEqual({ as: 'Auditor', region: 'us-east-1' })
    expect(lab.tables.get(`keys/${ACCOUNT}/eu-west-1`, KeyId)).toBeUndefined()
    await lab.actAs(AT_HOME)
    expect(lab.tables.size(ACTING)).toBe(0)
  })

  it('decides what KMS allows: AppRole uses a key and may not schedule its deletion', async () => {
    const lab = await open()
    const KeyId = await createKey(lab)
    await lab.actAs({ as: 'AppRole' })
    const { CiphertextBlob } = await ok(lab, 'Encrypt', { KeyId, Plaintext: note })
    expect((await ok(lab, 'Decrypt', { CiphertextBlob: CiphertextBlob as string })).Plaintext).toBe(note)
    expect(await lab.call({ operation: 'ScheduleKeyDeletion', input: { KeyId } })).toMatchObject({
      ok: false,
      error: {
        code: 'AccessDeniedException',
        message: `User: arn:aws:sts::111122223333:assumed-role/AppRole/lab is not authorized to perform: kms:ScheduleKeyDeletion on resource: arn:aws:kms:eu-west-1:111122223333:key/${KeyId} because no identity-based policy allows the kms:ScheduleKeyDeletion action`,
      },
    })
  })

  it('is in the audit record as a session of the role, or as the root', async () => {
    const lab = await open()
    await createKey(lab)
    expect(lastWho(lab)).toMatchObject({ type: 'Root', arn: 'arn:aws:iam::111122223333:root' })
    await lab.actAs({ as: 'KeyAdmin', region: 'eu-central-1' })
    await createKey(lab)
    expect(lastWho(lab)).toMatchObject({
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/KeyAdmin/lab',
    })
    expect(lab.trail().at(-1)?.awsRegion).toBe('eu-central-1')
  })

  it('is kept with each call, so that the same call again has the same caller', async () => {
    const lab = await open()
    await createKey(lab)
    await lab.actAs({ as: 'Auditor', region: 'us-east-1' })
    const entry = await lab.call({ operation: 'ListKeys', input: {} })
    expect(entry).toMatchObject({
      command: 'aws kms list-keys --profile Auditor --region us-east-1',
      request: { as: 'Auditor', region: 'us-east-1' },
      output: { Keys: [] },
    })
    await lab.actAs(AT_HOME)
    await lab.call(entry.request)
    expect(lastWho(lab)?.arn).toContain('assumed-role/Auditor')
  })

  it('is kept with the world, and begins anew with it', async () => {
    const ports = testPorts({ labs: [smallLab] })
    const lab = await open(ports)
    await lab.actAs({ as: 'AppRole', region: 'eu-central-1' })
    const saved = await lab.save()
    await lab.close()
    const again = await open(ports)
    expect(acting(again)).toEqual({ as: 'AppRole', region: 'eu-central-1' })
    await again.startLab(smallLab, 1)
    expect(acting(again)).toEqual(AT_HOME)
    await again.load(saved)
    expect(acting(again)).toEqual({ as: 'AppRole', region: 'eu-central-1' })
    await again.reset()
    expect(acting(again)).toEqual(AT_HOME)
  })

  it('is refused in a saved row whose Region is none', async () => {
    const { tables } = await open()
    expect(() => requireSoundRows(tables)).not.toThrow()
    tables.apply([[ACTING, 'now', { as: 'AppRole', region: '../keys' }]])
    expect(() => requireSoundRows(tables)).toThrow('a row of acting is not sound')
  })

  it('cannot be a role or a Region that is not there, and nothing happens then', async () => {
    const lab = await open()
    const before = hashOf(lab)
    await expect(lab.actAs({ as: 'Nobody' })).rejects.toThrow('There is no role called Nobody')
    await expect(lab.actAs({ region: 'mars-1' })).rejects.toThrow('There is no Region called mars-1')
    const call = { operation: 'ListKeys', input: {} }
    await expect(lab.call({ ...call, as: 'Nobody' })).rejects.toThrow('Nobody')
    await expect(lab.call({ ...call, region: 'cn-north-1' })).rejects.toThrow('cn-north-1')
    expect(hashOf(lab)).toBe(before)
    expect(await lab.journal()).toHaveLength(1)
  })

  it('is the root again when the role has gone', async () => {
    const lab = await open()
    const row: RoleRecord = { name: 'Nightly', policies: {}, trustPolicy: '{}' }
    lab.tables.apply([[rolesTable(ACCOUNT), 'Nightly', row]])
    expect(actors(lab.tables)).toEqual(['root', 'KeyAdmin', 'KeyCustodian', 'AppRole', 'Auditor', 'Nightly'])
    await lab.actAs({ as: 'Nightly' })
    lab.tables.apply([[rolesTable(ACCOUNT), 'Nightly', null]])
    await lab.call({ operation: 'ListKeys', input: {} })
    expect(lastWho(lab)?.type).toBe('Root')
  })

  it('is never the root by a role that only looks like it: a name the scope cannot carry is no choice', async () => {
    const lab = await open()
    const row = (name: string): RoleRecord => ({ name, policies: {}, trustPolicy: '{}' })
    lab.tables.apply(['a,b', ACCOUNT, 'lab', 'root'].map((name) => [rolesTable(ACCOUNT), name, row(name)]))
    expect(actors(lab.tables)).not.toContain('a,b')
    await expect(lab.actAs({ as: 'a,b' })).rejects.toThrow('a,b')
    await lab.call({ operation: 'ListKeys', input: {} })
    expect(lastWho(lab)?.type).toBe('Root')
  })
})

describe('the journal', () => {
  it('tells caller and Region of a call where they are not the root at home, as older journals tell neither', async () => {
    const lab = await open()
    await createKey(lab)
    await lab.actAs({ as: 'KeyAdmin' })
    await lab.call({ operation: 'CreateKey', input: {}, region: 'us-east-1' })
    await lab.send({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.CreateKey',
        authorization: 'AWS4-HMAC-SHA256 Credential=KeyCustodian/20260112/eu-central-1/kms/aws4_request',
      },
      body: encodeUtf8('{}'),
    })
    const actions = (await lab.journal()).map(({ action }) => action)
    expect(actions.slice(1)).toEqual([
      { kind: 'call', operation: 'CreateKey', input: { Origin: 'AWS_KMS' } },
      { kind: 'act-as', as: 'KeyAdmin', region: 'eu-west-1' },
      { kind: 'call', operation: 'CreateKey', input: {}, as: 'KeyAdmin', region: 'us-east-1' },
      { kind: 'call', operation: 'CreateKey', input: {}, as: 'KeyCustodian', region: 'eu-central-1' },
    ])
    expect(regions(lab.tables)).toEqual(['eu-west-1', 'eu-central-1', 'us-east-1'])
    await lab.call({ operation: 'CreateKey', input: {}, region: 'ap-south-1' })
    expect(regions(lab.tables)).toEqual(['eu-west-1', 'eu-central-1', 'us-east-1', 'ap-south-1'])
  })
})
