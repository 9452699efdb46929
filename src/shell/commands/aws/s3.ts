import type { Run } from './run-operation.ts'
import { failure } from './cli-error.ts'

/** `aws s3 …` */
export async function runS3(_args: readonly string[], _run: Run): Promise<number> {
  throw failure('not yet')
}
