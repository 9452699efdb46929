/** Runs a command of this computer; what it throws is for the person who typed it. */
export function runDoor(door: (args: readonly string[]) => Promise<number>): void {
  door(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
      process.exitCode = 2
    },
  )
}
