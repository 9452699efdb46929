/** Says hello to the parent, answers every message with the processor time used so far, ends with the parent. */
export function tellUsage(hello) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send({ cpuMs: (user + system) / 1000 })
  })
  process.on('disconnect', () => process.exit())
  process.send(hello)
}
