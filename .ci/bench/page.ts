import { boot, prepareBoot, viaFile } from './boot.ts'
import { callRates } from './call-rates.ts'
import { clockJump } from './clock-jump.ts'
import { encryptShare } from './encrypt.ts'
import { labClock } from './lab-clock.ts'
import { manyKeys } from './many-keys.ts'
import { manyRecords } from './many-records.ts'
import { taskCheck } from './task-check.ts'

/** What .ci/bench.mjs runs in the browser, by name. */
Object.assign(globalThis, {
  bench: {
    encryptShare,
    callRates,
    manyKeys,
    manyRecords,
    clockJump,
    labClock,
    taskCheck,
    prepareBoot,
    boot,
    viaFile,
  },
})
