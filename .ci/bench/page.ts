import { boot, prepareBoot, viaFile } from './boot.ts'
import { clockJump } from './clock-jump.ts'
import { encryptShare } from './encrypt.ts'
import { labClock } from './lab-clock.ts'
import { manyKeys } from './many-keys.ts'

/** What .ci/bench.mjs runs in the browser, by name. */
Object.assign(globalThis, {
  bench: { encryptShare, manyKeys, clockJump, labClock, prepareBoot, boot, viaFile },
})
