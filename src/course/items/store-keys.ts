import { minutes } from '../../world/clock.ts'
import type { Stage } from '../lab-definition.ts'

const CLUSTER = 'cluster-2aaaaaaaaaa2'
const CA = 'the certificate with which this cluster was initialised'
const PASSWORD = 'kmsuser-password'
const PROXY = { endpoint: 'https://xks.example.com', path: '/kms/xks/v1' }
const CREDENTIAL = { AccessKeyId: 'A2'.repeat(10), RawSecretAccessKey: 'example+'.repeat(6) }

/** A key in a CloudHSM key store whose cluster runs and is connected. */
export async function keyInCluster(stage: Stage, name: string) {
  stage.outside({ cluster: { id: CLUSTER, trustAnchor: CA, password: PASSWORD } })
  return keyInStore(
    stage,
    name,
    {
      CustomKeyStoreName: 'cluster-store',
      CloudHsmClusterId: CLUSTER,
      TrustAnchorCertificate: CA,
      KeyStorePassword: PASSWORD,
    },
    { Origin: 'AWS_CLOUDHSM' },
  )
}

/** A key in an external key store whose proxy and manager answer. */
export async function keyBehindProxy(stage: Stage, name: string) {
  const { AccessKeyId: accessKeyId, RawSecretAccessKey: secretAccessKey } = CREDENTIAL
  stage.outside({ proxy: { ...PROXY, accessKeyId, secretAccessKey }, externalKey: { id: 'external-1' } })
  return keyInStore(
    stage,
    name,
    {
      CustomKeyStoreName: 'proxy-store',
      CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
      XksProxyConnectivity: 'PUBLIC_ENDPOINT',
      XksProxyUriEndpoint: PROXY.endpoint,
      XksProxyUriPath: PROXY.path,
      XksProxyAuthenticationCredential: CREDENTIAL,
    },
    { Origin: 'EXTERNAL_KEY_STORE', XksKeyId: 'external-1' },
  )
}

async function keyInStore(
  stage: Stage,
  name: string,
  store: Readonly<Record<string, unknown>>,
  key: Readonly<Record<string, unknown>>,
) {
  const { CustomKeyStoreId } = await stage.call('CreateCustomKeyStore', store, 'KeyAdmin')
  await stage.call('ConnectCustomKeyStore', { CustomKeyStoreId }, 'KeyAdmin')
  await stage.moveClock(stage.now + minutes(20))
  const made = await stage.call(
    'CreateKey',
    { ...key, CustomKeyStoreId, Description: `${name}: trial records` },
    'KeyAdmin',
  )
  const { Arn: arn } = made.KeyMetadata as { readonly Arn: string }
  stage.name(name, arn)
  return { arn, storeId: CustomKeyStoreId as string }
}
