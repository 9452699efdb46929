import { CAST } from '../cloud/cast.ts'

/** Who can be named by `--profile` in any world: a role of the cast, or the account's root. */
export const profileNames: readonly string[] = ['root', ...Object.keys(CAST)]
