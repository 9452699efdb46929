import rsaWorkerUrl from '../crypto/rsa-worker.ts?worker&url'
import shellWorkerUrl from '../shell/shell-worker.ts?worker&url'
import { workerUrls, type TrustedTypesFactory } from './worker-url.ts'

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
const trusted = workerUrls([rsaWorkerUrl, shellWorkerUrl], factory)

/** RSA in JavaScript, where a page has no crypto of its own. */
export const rsaWorker = () => new Worker(trusted(rsaWorkerUrl), { type: 'module' })

/** The shell: loaded with its first use. */
export const shellWorker = () => new Worker(trusted(shellWorkerUrl), { type: 'module', name: 'shell' })
