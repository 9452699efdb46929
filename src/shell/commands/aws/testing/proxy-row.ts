import { putProxy } from '../../../../kms/outside.ts'
import { secretDigest } from '../../../../kms/outside-secret.ts'

export const XKS = { endpoint: 'https://xks.example.com', id: 'ABCDEFGHIJKLMNOPQRST', secret: 'a'.repeat(43) }

/** The proxy that answers for an external key store of this name. */
export const proxyRow = (name: string) =>
  putProxy({
    endpoint: XKS.endpoint,
    path: `/${name}/kms/xks/v1`,
    manager: 'outside',
    accessKeyId: XKS.id,
    secret: secretDigest(XKS.id, XKS.secret),
    reachable: true,
    network: true,
    tls: true,
    answers: 'well',
    authorizes: true,
    managerUp: true,
  })
