import { KmsError } from '../../kms/errors.ts'

/** `ok`, or the code of the error that KMS answers with. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof KmsError) return error.code
      throw error
    },
  )
