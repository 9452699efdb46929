import { DerError } from '../bytes/der.ts'
import { CryptoRefusal } from './provider.ts'

/** Runs what only bad input can make fail, and says so in the one way callers know. */
export function refuseOnError<T>(what: string, run: () => T): T {
  try {
    return run()
  } catch (cause) {
    throw new CryptoRefusal(what, { cause })
  }
}

/** As above for work that takes its time. */
export async function refuseOnRejection<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    throw new CryptoRefusal(what, { cause })
  }
}

/** Only the reader's own error becomes a refusal: any other one is our bug. */
export function refuseOnDerError<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof DerError) throw new CryptoRefusal(error.message, { cause: error })
    throw error
  }
}
