import type { openSession } from './open-session.ts'

/**
 * The code of the engine, asked for in pieces, the lowest first. A browser runs what one import brings in one go, and all
 * of it would keep a phone from answering for a quarter of a second.
 */
export async function wake(): Promise<{ readonly openSession: typeof openSession }> {
  await import('../crypto/aes-cbc.ts')
  await import('../crypto/noble-ec.ts')
  await import('../kms/operations/index.ts')
  await import('../cloud/cloud.ts')
  await import('../lab/create-lab.ts')
  return import('./open-session.ts')
}
