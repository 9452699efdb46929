import { seededEntropy } from '../../../world/entropy.ts'
import { SPONSORS } from '../../cast.ts'
import type { Draw } from '../../item-definition.ts'
import { drawFrom } from '../../items/draw-from.ts'
import type { CaseDefinition, CaseParts, Column } from './case-definition.ts'
import { cheapestThatPasses } from './cheapest-that-passes.ts'
import { dataCentreMayBeDown } from './data-centre-may-be-down.ts'
import { endWithoutWaiting } from './end-without-waiting.ts'
import { fortyServices } from './forty-services.ts'
import { importIntoACluster } from './import-into-a-cluster.ts'
import { onlyOwnEntropy } from './only-own-entropy.ts'
import { outsideTheProvider } from './outside-the-provider.ts'
import { ownEntropyAndAutomatic } from './own-entropy-and-automatic.ts'
import { provedEntropy } from './proved-entropy.ts'
import { readOnPremises } from './read-on-premises.ts'
import { rotationWithoutWork } from './rotation-without-work.ts'
import { signingKeyThatExists } from './signing-key-that-exists.ts'
import { singleTenant } from './single-tenant.ts'
import { twoRegions } from './two-regions.ts'

/** THE BANK: a case is one file and one line here. */
export const cases: readonly CaseDefinition[] = [
  fortyServices,
  provedEntropy,
  singleTenant,
  outsideTheProvider,
  importIntoACluster,
  twoRegions,
  rotationWithoutWork,
  readOnPremises,
  signingKeyThatExists,
  cheapestThatPasses,
  ownEntropyAndAutomatic,
  endWithoutWaiting,
  dataCentreMayBeDown,
  onlyOwnEntropy,
]

export interface DrawnCase {
  readonly definition: CaseDefinition
  readonly parts: CaseParts
}

/** Six cases in which no answer can be guessed from the others: one, one, two and two of these kinds, mixed. */
const KINDS: readonly (readonly [count: number, of: readonly Column[]])[] = [
  [1, ['cloudhsm', 'external']],
  [1, ['none']],
  [2, ['generated']],
  [2, ['imported']],
]

export function casesOfSeed(seed: number): readonly DrawnCase[] {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, seed)
  const draw = drawFrom(seededEntropy(bytes))
  const clients = mixed(draw, SPONSORS)
  const drawn: CaseDefinition[] = []
  for (const [count, of] of KINDS) {
    const fit = cases.filter(
      ({ right, apart }) => of.includes(right) && !drawn.some(({ id }) => id === apart),
    )
    drawn.push(...mixed(draw, fit).slice(0, count))
  }
  return mixed(draw, drawn).map((definition, i) => ({
    definition,
    parts: definition.build({ client: clients[i] as string, draw }),
  }))
}

function mixed<T>(draw: Draw, from: readonly T[]): readonly T[] {
  const left = [...from]
  return from.map(() => left.splice(draw.whole(0, left.length - 1), 1)[0] as T)
}
