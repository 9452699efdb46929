import { minutes } from '../../../world/clock.ts'
import type { HotspotItem } from '../../item-definition.ts'
import { keyBehindProxy } from '../store-keys.ts'

export const cq29: HotspotItem = {
  id: 'CQ29',
  type: 'hotspot',
  picture: 'states',
  metric: 'compliance-choice',
  competency: 'CMP-4',
  difficulty: 2,
  lens: 'both',
  stem: '{key} is in an external key store. Somebody disconnects the store. Mark the state {key} is in now.',
  options: [
    {
      id: 'Enabled',
      text: 'The state Enabled, ready for use.',
      misconception: 'M-34',
      because: 'Without the connection KMS cannot reach your key, and it holds no copy.',
    },
    {
      id: 'Disabled',
      text: 'The state Disabled, switched off.',
      misconception: 'M-09',
      because: '`DisableKey` leads there. Here the key store is cut off, not the key.',
    },
    {
      id: 'PendingImport',
      text: 'The state Pending import, empty.',
      misconception: 'M-24',
      because: 'That is for keys with origin EXTERNAL. Nothing is imported into a key store.',
    },
    {
      id: 'PendingDeletion',
      text: 'The state Pending deletion.',
      misconception: 'M-08',
      because: 'Nobody has scheduled a deletion. The outside key is untouched.',
    },
    {
      id: 'Unavailable',
      text: 'The state Unavailable, cut off.',
      correct: true,
      because:
        'It lasts until the store is connected again. So it is with every key of the store whose deletion is not scheduled.',
    },
  ],
  rests: [
    ['F-354', 'keyStores'],
    ['F-110', 'keyState'],
  ],
  checked: '2026-11-23',
  slots: (draw) => ({ key: `K${draw.whole(2, 9)}` }),
  async scene(stage, slots) {
    const { storeId } = await keyBehindProxy(stage, slots.key as string)
    await stage.call('DisconnectCustomKeyStore', { CustomKeyStoreId: storeId }, 'KeyAdmin')
    await stage.moveClock(stage.now + minutes(10))
  },
}
