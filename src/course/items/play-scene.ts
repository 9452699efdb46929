import { playHeadless, type Hands } from '../headless.ts'
import type { NumberedEvent, Stage } from '../lab-definition.ts'
import type { Variant } from './variant-of.ts'

/** The state a question speaks of, built by an engine of its own. */
export interface PlayedScene {
  /** What a `log` item shows, oldest first */
  readonly records: readonly NumberedEvent[]
  /** Key ARN to the name the text uses */
  readonly names: ReadonlyMap<string, string>
  /** Runs what the question asks about, once, and tells the records of that alone; nothing where the item does not run it */
  prove(): Promise<readonly NumberedEvent[]>
}

/** @throws RangeError for an item without a scene */
export async function playScene({ item, number, slots }: Variant, hands: Hands): Promise<PlayedScene> {
  const { scene } = item
  if (!scene) throw new RangeError(`${item.id} has no scene`)
  const names = new Map<string, string>()
  let stage: Stage | undefined
  const start = (given: Stage) => {
    stage = Object.create(given, {
      name: {
        value: (name: string, arn: string) => {
          names.set(arn, name)
          given.name(name, arn)
        },
      },
    }) as Stage
    return scene(stage, slots)
  }
  const { view } = await playHeadless({ start }, number, hands)
  const shows = 'shows' in item ? item.shows : undefined
  let proof: Promise<readonly NumberedEvent[]> | undefined
  async function run() {
    if (stage && 'computes' in item) await item.computes?.(stage, view, slots)
    return view.events
  }
  return {
    records: shows?.(view) ?? view.scene(),
    names,
    prove: () => (proof ??= run()),
  }
}
