import { minutes } from '../../world/clock.ts'
import type { CallStep, OutsideStep, ScriptStep } from './experiment-definition.ts'
import { call, createKey, describe, outside, prints, quietly, travel } from './script-steps.ts'

const CLUSTER = 'cluster-2aaaaaaaaaa2'
const ENDPOINT = 'https://xks.example.com'
const PATH = '/kms/xks/v1'
const CA = 'the certificate with which this cluster was initialised'
const CREDENTIAL = { AccessKeyId: 'A2'.repeat(10), RawSecretAccessKey: 'example+'.repeat(6) }

/** What a learner's cluster or key manager does, as `kms/outside-change.ts` reads it. */
export const clusterDoes = (says: string, change: Readonly<Record<string, unknown>>): OutsideStep =>
  outside(says, { cluster: { id: CLUSTER, ...change } })
export const proxyDoes = (says: string, change: Readonly<Record<string, unknown>>): OutsideStep =>
  outside(says, { proxy: { endpoint: ENDPOINT, path: PATH, ...change } })
export const managerDoes = (says: string, change: Readonly<Record<string, unknown>>): OutsideStep =>
  outside(says, { externalKey: { id: 'external-1', ...change } })

/** Connecting takes up to 20 minutes. */
const connect: readonly ScriptStep[] = [
  call('ConnectCustomKeyStore', { CustomKeyStoreId: '$STORE' }),
  travel(minutes(20)),
]
export const disconnect: CallStep = call('DisconnectCustomKeyStore', { CustomKeyStoreId: '$STORE' })
export const connectAgain: readonly ScriptStep[] = [travel(minutes(5)), ...connect]

export const storeIs = (state: string): CallStep =>
  call(
    'DescribeCustomKeyStores',
    { CustomKeyStoreId: '$STORE' },
    {
      query: 'CustomKeyStores[].ConnectionState',
      ...prints(state),
    },
  )

const stores = {
  H: [
    outside(
      'Your CloudHSM cluster runs: two HSMs in two zones, with a user for KMS.',
      { cluster: { id: CLUSTER, trustAnchor: CA, password: 'kmsuser-password' } },
      { 'customerCA.crt': CA },
    ),
    call(
      'CreateCustomKeyStore',
      {
        CustomKeyStoreName: 'cluster-store',
        CloudHsmClusterId: CLUSTER,
        TrustAnchorCertificate: { text: 'customerCA.crt' },
        KeyStorePassword: 'kmsuser-password',
      },
      { query: 'CustomKeyStoreId', goes: { into: 'STORE' } },
    ),
  ],
  X: [
    outside(
      'Your key manager holds the key external-1, and your proxy speaks for it.',
      {
        proxy: {
          endpoint: ENDPOINT,
          path: PATH,
          accessKeyId: CREDENTIAL.AccessKeyId,
          secretAccessKey: CREDENTIAL.RawSecretAccessKey,
        },
        externalKey: { id: 'external-1' },
      },
      { 'credential.json': JSON.stringify(CREDENTIAL) },
    ),
    call(
      'CreateCustomKeyStore',
      {
        CustomKeyStoreName: 'proxy-store',
        CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
        XksProxyConnectivity: 'PUBLIC_ENDPOINT',
        XksProxyUriEndpoint: ENDPOINT,
        XksProxyUriPath: PATH,
        XksProxyAuthenticationCredential: { text: 'credential.json' },
      },
      { query: 'CustomKeyStoreId', goes: { into: 'STORE' } },
    ),
  ],
} as const satisfies Record<string, readonly ScriptStep[]>

/** A store of either kind that is connected; its ID is in STORE. */
export const connected = (kind: 'H' | 'X'): readonly ScriptStep[] => quietly(...stores[kind], ...connect)

export const ORIGIN = { H: 'AWS_CLOUDHSM', X: 'EXTERNAL_KEY_STORE' } as const

/** What CreateKey takes for a key of the store. */
export const inStore = (kind: 'H' | 'X'): CallStep['input'] => ({
  Origin: ORIGIN[kind],
  CustomKeyStoreId: '$STORE',
  ...(kind === 'X' ? { XksKeyId: 'external-1' } : {}),
})

/** A key of a connected store, by the name K. */
export const keyInStore = (kind: 'H' | 'X'): readonly ScriptStep[] => [
  ...connected(kind),
  ...quietly(createKey('K', inStore(kind))),
]

export const stateIs = (state: string): CallStep => describe('K', state, 'KeyMetadata.KeyState')
