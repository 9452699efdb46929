import { minutes } from '../../world/clock.ts'
import {
  putCluster,
  putExternalKey,
  putProxy,
  type Cluster,
  type ExternalKey,
  type XksProxy,
} from '../outside.ts'
import { secretDigest } from '../outside-secret.ts'
import { material, type TestAccount } from './account.ts'

export const PLACE = { accountId: '111122223333', region: 'eu-west-1' }
export const SECRET = 's'.repeat(43)
export const PASSWORD = 'kmsuser-password'

export const cluster = (change: Partial<Cluster> = {}): Cluster => ({
  id: 'cluster-2aaaaaaaaaa2',
  certificate: 'certificate-a',
  trustAnchor: 'trust-a',
  active: true,
  hsms: ['eu-west-1a', 'eu-west-1b'],
  subnets: 'fine',
  securityGroup: true,
  network: true,
  sessions: true,
  kmsuser: { password: secretDigest('certificate-a', PASSWORD), failedLogins: 0, loggedIn: false },
  lost: [],
  ...change,
})
export const proxy = (change: Partial<XksProxy> = {}): XksProxy => ({
  endpoint: 'https://xks.example.com',
  path: '/kms/xks/v1',
  manager: 'manager-a',
  accessKeyId: 'A'.repeat(20),
  secret: secretDigest('A'.repeat(20), SECRET),
  reachable: true,
  network: true,
  tls: true,
  answers: 'well',
  authorizes: true,
  managerUp: true,
  ...change,
})
export const external = (change: Partial<ExternalKey> = {}): ExternalKey => ({
  id: 'external-1',
  manager: 'manager-a',
  spec: 'AES_256',
  usage: ['ENCRYPT', 'DECRYPT'],
  enabled: true,
  bytes: material(9),
  ...change,
})

/** One cluster, one proxy and one external key, all of them in order unless changed. */
export function outside(
  account: TestAccount,
  change: { cluster?: Partial<Cluster>; proxy?: Partial<XksProxy>; external?: Partial<ExternalKey> } = {},
) {
  account.tables.apply([
    putCluster(PLACE, cluster(change.cluster)),
    putProxy(proxy(change.proxy)),
    putExternalKey(external(change.external)),
  ])
}

export const inCluster = {
  CustomKeyStoreName: 'cluster-store',
  CloudHsmClusterId: 'cluster-2aaaaaaaaaa2',
  TrustAnchorCertificate: 'trust-a',
  KeyStorePassword: PASSWORD,
}
export const behindProxy = {
  CustomKeyStoreName: 'proxy-store',
  CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
  XksProxyUriEndpoint: 'https://xks.example.com',
  XksProxyUriPath: '/kms/xks/v1',
  XksProxyAuthenticationCredential: { AccessKeyId: 'A'.repeat(20), RawSecretAccessKey: SECRET },
}

/** @returns the id of a store that is connected */
export async function connected(account: TestAccount, input: Record<string, unknown>): Promise<string> {
  outside(account)
  const { CustomKeyStoreId } = await account.call('CreateCustomKeyStore', input)
  await account.call('ConnectCustomKeyStore', { CustomKeyStoreId })
  account.travel(minutes(16))
  return CustomKeyStoreId
}
