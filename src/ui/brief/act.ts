import { LabRefusal } from '../../lab/refusal.ts'
import { announce } from '../announce.tsx'

/** Does something in the session; a refusal the learner can understand is said, and the page shows why already. */
export function act(doing: Promise<unknown>): void {
  doing.catch((error: unknown) => {
    if (!(error instanceof LabRefusal)) throw error
    announce(error.message)
  })
}
