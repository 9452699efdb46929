import { useId, type ReactNode } from 'react'
import type { Response } from '../../course/item-definition.ts'
import { offeredSteps, type Variant } from '../../course/items/variant-of.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { ChoiceOptions } from './choice-options.tsx'
import { Hotspot } from './hotspot.tsx'
import { MatchPairs } from './match-pairs.tsx'
import { OrderSteps } from './order-steps.tsx'
import './quiz.css'
import { RecordsTable } from './records-table.tsx'
import { stemParts } from './stem-parts.ts'
import { useScene } from './use-scene.ts'
import { words } from './words.ts'

/** One question in the form that its type has. Without `onRespond` the answer is given, and every reason shows. */
export function Question({
  variant,
  response,
  onRespond,
  meta,
  level: Heading = 'h1',
}: {
  variant: Variant
  response: Response | undefined
  onRespond?: ((response: Response) => void) | undefined
  /** What stands above it in small type */
  meta: ReactNode
  level?: 'h1' | 'h2' | 'h4'
}) {
  const { asked } = variant
  const labelledBy = useId()
  const { lead, ask } = stemParts(asked.stem)
  const shape = { response, onRespond, labelledBy }
  return (
    <article className="question">
      <p className="meta">{meta}</p>
      {lead && (
        <p className="stem">
          <InlineCode text={lead} />
        </p>
      )}
      <Heading id={labelledBy} className="ask-line">
        <InlineCode text={ask} />
      </Heading>
      {asked.type === 'log' && <SceneLog variant={variant} />}
      {asked.type === 'order' ? (
        <OrderSteps {...shape} asked={asked} offered={offeredSteps(variant)} />
      ) : asked.type === 'match' ? (
        <MatchPairs {...shape} asked={asked} />
      ) : asked.type === 'hotspot' ? (
        <Hotspot {...shape} asked={asked} />
      ) : (
        <ChoiceOptions {...shape} asked={asked} />
      )}
    </article>
  )
}

/** The records that the question is about, written by the engine. */
function SceneLog({ variant }: { variant: Variant }) {
  const { scene, failed } = useScene(variant, true)
  if (failed) return <p role="alert">{words.log.failed}</p>
  if (!scene)
    return (
      <p className="note building" role="status">
        {words.log.building}
      </p>
    )
  return (
    <>
      <RecordsTable records={scene.records} names={scene.names} />
      <p className="note">{words.log.pick}</p>
    </>
  )
}
