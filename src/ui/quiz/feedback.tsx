import type { ReactNode, Ref } from 'react'
import type { Certainty } from '../../course/answered.ts'
import type { Graded } from '../../course/grade.ts'
import type { Item } from '../../course/item-definition.ts'
import { sourceName } from '../../course/words/source-name.ts'
import { sources } from '../../course/words/sources.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { dayAndYear } from '../when.ts'
import { words } from './words.ts'

const says = words.told

/** Whether it was right: takes the focus, so that it is what a screen reader says next. */
export function Verdict({ graded, ref }: { graded: Graded; ref?: Ref<HTMLParagraphElement> }) {
  const { right, share } = graded
  return (
    <p className={`verdict ${right ? 'right' : 'wrong'}`} tabIndex={-1} ref={ref}>
      <b>
        <Icon name={right ? 'tick' : 'cross'} /> {right ? says.right : says.wrong}
      </b>
      {!right && share > 0 && <span>{says.part(share)}</span>}
    </p>
  )
}

/** What belongs to the answer besides the reasons of the options: certainty, an explanation, the pages it rests on. */
export function After({
  item,
  graded,
  certainty,
  level: Heading = 'h2',
  onlyRead = false,
  children,
}: {
  item: Item
  graded: Graded
  certainty: Certainty | undefined
  level?: 'h2' | 'h3' | 'h5'
  /** Nothing is offered to do with the question now */
  onlyRead?: boolean
  /** What it means for the learner, beside the rest */
  children?: ReactNode
}) {
  const pages = [...new Set(item.rests.map(([, page]) => page))]
  const wavering = certainty && (!graded.right || certainty === 'low')
  return (
    <div className="after">
      {item.explains && (
        <p className="whole">
          <InlineCode text={item.explains} />
        </p>
      )}
      {wavering && (
        <div>
          <Heading>{says.youSaid[certainty]}</Heading>
          <p>{graded.right ? says.luck : (onlyRead ? says.onlyRead : says.unsure)[certainty]}</p>
        </div>
      )}
      {children}
      <div>
        <Heading>{pages.length > 1 ? says.sources : says.rests}</Heading>
        <ul className="linkline">
          {pages.map((page) => (
            <li key={page}>
              <a href={sources[page]} target="_blank" rel="noreferrer">
                {sourceName(page)}
              </a>
            </li>
          ))}
        </ul>
        <p>
          {says.checked(dayAndYear(Date.parse(item.checked)))} {says.lens[item.lens]}
        </p>
      </div>
    </div>
  )
}
