import { faults } from '../course/gameday/faults/index.ts'
import type { Level } from '../course/gameday/incident.ts'
import { LEVELS } from '../course/gameday/lab-seed.ts'
import { proveNight, type Proof } from '../course/gameday/prove-night.ts'
import type { Hands } from '../course/headless.ts'

/**
 * Proves the nights of so many seeds at each level.
 *
 * @param line receives a line for each level, and one for each night that is none
 */
export async function playNights(
  seeds: readonly number[],
  hands: Hands,
  line: (text: string) => void,
  levels: readonly Level[] = LEVELS,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const total = { passed: 0, failed: 0 }
  for (const level of levels) {
    const proofs: Proof[] = []
    for (const seed of seeds)
      try {
        proofs.push(await proveNight(seed, level, hands))
      } catch (error) {
        line(
          `Game day, level ${level}, seed ${seed}: FAILED, ${error instanceof Error ? error.message : error}`,
        )
      }
    const calls = proofs.map((proof) => proof.calls)
    const refused = proofs.reduce((sum, proof) => sum + proof.refused, 0)
    const told = proofs.filter((proof) => proof.told > 0).length
    const roots = new Set(proofs.map(({ root }) => root)).size
    total.passed += proofs.length
    total.failed += seeds.length - proofs.length
    if (proofs.length > 0)
      line(
        `Game day, level ${level}: ${proofs.length} of ${seeds.length} nights are solved by their best line ` +
          `(${Math.min(...calls)} to ${Math.max(...calls)} calls), not by waiting and not by a reflex; ` +
          `${told > 0 ? `on ${told} the custodian tells what the gap hides; ` : ''}${refused} proposals refused; ${roots} of ${faults.length} faults were the root`,
      )
  }
  return total
}
