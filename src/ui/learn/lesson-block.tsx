import { memo } from 'react'
import { claims, type ClaimId } from '../../course/words/claims.ts'
import { lensTexts, type LensId } from '../../course/words/lens.ts'
import type { Block } from '../../course/modules/lesson-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { LensStatement } from '../lens/lens-statement.tsx'
import { ProofLink } from './proof-link.tsx'
import { SourceLine } from './source-line.tsx'

/**
 * A block of a lesson; what a statement rests on stands beside it, in the margin of a wide page. Its words stay as they
 * are when the session opens, and are not drawn anew.
 */
export const LessonBlock = memo(function LessonBlock({ block }: { block: Block }) {
  if (typeof block === 'string')
    return (
      <p>
        <InlineCode text={block} />
      </p>
    )
  if ('list' in block) {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List className="points">
        {block.list.map((text) => (
          <li key={text}>
            <InlineCode text={text} />
          </li>
        ))}
      </List>
    )
  }
  if ('see' in block) return <ProofLink proof={block.see} why={block.why} />
  return 'claim' in block ? <ClaimBlock id={block.claim} /> : <LensBlock id={block.lens} />
})

function ClaimBlock({ id }: { id: ClaimId }) {
  const { says, source, checked } = claims[id]
  return (
    <div className="stated">
      <p>
        <InlineCode text={says} />
      </p>
      <SourceLine source={source} checked={checked} />
    </div>
  )
}

function LensBlock({ id }: { id: LensId }) {
  const text = lensTexts.find((each) => each.id === id)
  const rests = (text?.claims ?? []).map((claim) => claims[claim])
  const sources = rests.filter(({ source }, i) => rests.findIndex((each) => each.source === source) === i)
  return (
    <div className="stated lensed">
      <div>
        <h3>{text?.title}</h3>
        <p>
          <LensStatement id={id} />
        </p>
      </div>
      <div className="sources">
        {sources.map(({ source, checked }) => (
          <SourceLine key={source} source={source} checked={checked} />
        ))}
      </div>
    </div>
  )
}
