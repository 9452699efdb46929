import { minutes } from '../../../world/clock.ts'
import { must } from '../cures.ts'
import type { Fault } from '../incident.ts'
import { beforeTheLearner } from '../repairs.ts'
import { fillStore } from '../scene-keys.ts'

const CLUSTER = 'cluster-2aaaaaaaaaa2'
const CONNECTING = minutes(20)

/** G-15: the link to the custom key store is down. */
export const storeDisconnected: Fault = {
  id: 'G-15',
  family: 'key-store',
  levels: [2, 3],
  side: false,
  shows: [],
  async build(scene) {
    const { stage, service, plan } = scene
    const trustAnchor = 'the certificate with which this cluster was initialised'
    const password = 'kmsuser-password'
    stage.outside({ cluster: { id: CLUSTER, trustAnchor, password } })
    const { CustomKeyStoreId } = await stage.call(
      'CreateCustomKeyStore',
      {
        CustomKeyStoreName: 'fernhill-cluster',
        CloudHsmClusterId: CLUSTER,
        TrustAnchorCertificate: trustAnchor,
        KeyStorePassword: password,
      },
      'KeyAdmin',
    )
    await stage.call('ConnectCustomKeyStore', { CustomKeyStoreId }, 'KeyAdmin')
    await stage.moveClock(stage.now + CONNECTING)
    const { KeyMetadata } = await stage.call(
      'CreateKey',
      {
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId,
        Description: `Records of ${plan.sponsor}, ${service.bucket}`,
      },
      'KeyAdmin',
    )
    const { Arn } = KeyMetadata as { readonly Arn: string }
    stage.name(service.key, Arn)
    await stage.call('CreateAlias', { AliasName: service.alias, TargetKeyId: Arn }, 'KeyAdmin')
    await fillStore(scene)
  },
  async break({ stage }) {
    const { CustomKeyStores } = await stage.call('DescribeCustomKeyStores', {}, 'KeyAdmin')
    const [store] = CustomKeyStores as readonly [{ readonly CustomKeyStoreId: string }]
    await stage.call('DisconnectCustomKeyStore', { CustomKeyStoreId: store.CustomKeyStoreId }, 'KeyAdmin')
  },
  chat: ({ key }) => `Dario: “The state of \`${key}\` is \`Unavailable\`. I have not seen that word before.”`,
  cause: 'The custom key store that holds the key was disconnected',
  because: 'Its keys are Unavailable while the store is disconnected. The material is whole, in the cluster.',
  misconception: 'M-34',
  who: 'admin',
  code: 'KMSInvalidStateException',
  prevents: 'An agreed time, and a notice, for every DisconnectCustomKeyStore',
  preventsBecause: 'All keys of a store stop together. Their users have to know before.',
  evidence: (view) =>
    beforeTheLearner(view).findLast(
      ({ eventName, errorCode }) => eventName === 'DisconnectCustomKeyStore' && errorCode === undefined,
    ),
  repaired: (view, { key }) => view.state(key) === 'Enabled',
  async cure(player) {
    const { CustomKeyStores } = await must(player, 'DescribeCustomKeyStores', {})
    const [store] = CustomKeyStores as readonly [{ readonly CustomKeyStoreId: string }]
    await must(player, 'ConnectCustomKeyStore', { CustomKeyStoreId: store.CustomKeyStoreId })
    await player.moveClock(player.view.now + CONNECTING)
  },
  target: 25,
  hints: [
    '`ConnectCustomKeyStore`, and patience: connecting takes up to 20 minutes.',
    '`aws kms describe-custom-key-stores` shows the id. `aws kms connect-custom-key-store --custom-key-store-id <id>`, then `lab clock +20m`.',
  ],
}
