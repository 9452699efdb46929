import { describe, expect, it } from 'vitest'
import { createLab } from '../../lab/create-lab.ts'
import { testPorts } from '../../lab/testing/ports.ts'
import { ok } from '../../lab/testing/work.ts'
import { allKeys, keysHere, namer, picked, readScene } from './scene-model.ts'

async function replicated() {
  const lab = await createLab(testPorts())
  const { KeyMetadata } = await ok(lab, 'CreateKey', { MultiRegion: true })
  const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string }
  await ok(lab, 'ReplicateKey', { KeyId, ReplicaRegion: 'us-east-1' })
  await ok(lab, 'CreateKey', { Description: 'only at home' })
  return { lab, KeyId, Arn }
}

describe('World', () => {
  it('shows the keys of the Region in which the learner acts, each with its relatives elsewhere', async () => {
    const { lab, KeyId } = await replicated()
    const scene = () => readScene(lab, lab.store.getState().calls)
    expect(scene().keys.map(({ record, related }) => [record.region, related.length])).toEqual([
      ['eu-west-1', 1],
      ['eu-west-1', 0],
    ])
    await lab.actAs({ region: 'us-east-1' })
    expect(scene()).toMatchObject({
      region: 'us-east-1',
      keys: [{ record: { id: KeyId, region: 'us-east-1' }, related: [{ id: KeyId, region: 'eu-west-1' }] }],
    })
    await lab.actAs({ region: 'eu-central-1' })
    expect(scene().keys).toEqual([])
  })

  it('goes on with the related key after a change of Region', async () => {
    const { lab, Arn } = await replicated()
    await lab.actAs({ region: 'us-east-1' })
    const [replica] = keysHere(lab.tables)
    expect(replica?.region).toBe('us-east-1')
    expect(picked(keysHere(lab.tables), Arn)).toBe(replica)
    const single = allKeys(lab.tables).find(({ multiRegion }) => !multiRegion)
    expect(picked(keysHere(lab.tables), single?.arn)).toBeUndefined()
  })

  it('names a key of another Region with that Region, since related keys share their id', async () => {
    const { lab } = await replicated()
    const names = () => allKeys(lab.tables).map(namer(lab.tables))
    expect(names().filter((name) => name.endsWith(' in us-east-1'))).toHaveLength(1)
    await lab.actAs({ region: 'us-east-1' })
    expect(names().filter((name) => name.endsWith(' in eu-west-1'))).toHaveLength(2)
  })
})
