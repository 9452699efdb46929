import type { ShellCommand } from '../command.ts'
import { cmp } from './cmp.ts'
import { cut } from './cut.ts'
import { date } from './date.ts'
import { dd } from './dd.ts'
import { sha224sum, sha384sum, sha512sum, shasum } from './digests.ts'
import { echo } from './echo.ts'
import { hexdump } from './hexdump.ts'
import { lab } from './lab.ts'
import { ls } from './ls.ts'
import { mktemp } from './mktemp.ts'
import { od } from './od.ts'
import { paste } from './paste.ts'
import { printf } from './printf.ts'
import { sleep } from './sleep.ts'
import { tail } from './tail.ts'
import { truncate } from './truncate.ts'
import { xxd } from './xxd.ts'
import { yes } from './yes.ts'

/** Small tools that the library lacks, or with which it would damage bytes or read the host's clock. */
export const builtins: readonly ShellCommand[] = [
  cmp,
  cut,
  date,
  dd,
  echo,
  hexdump,
  lab,
  ls,
  mktemp,
  od,
  paste,
  printf,
  sha224sum,
  sha384sum,
  sha512sum,
  shasum,
  sleep,
  tail,
  truncate,
  xxd,
  yes,
]
