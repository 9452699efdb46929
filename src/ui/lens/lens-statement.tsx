import { lensTexts, type LensId } from '../../course/words/lens.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { LensMark } from './lens-mark.tsx'
import { useLens } from './use-lens.ts'
import './lens.css'

/** One statement that study material and the service word differently, as the lens of the page has it. */
export function LensStatement({ id }: { id: LensId }) {
  const [lens] = useLens()
  const text = lensTexts.find((each) => each.id === id)
  if (!text) return null
  if (lens !== 'both') return <InlineCode text={text[lens]} />
  return (
    <>
      <span className="lens-one">
        <LensMark of="exam" /> <InlineCode text={text.exam} />
      </span>{' '}
      <span className="lens-one">
        <LensMark of="today" /> <InlineCode text={text.today} />
      </span>{' '}
      <span className="lens-one both">
        <InlineCode text={text.both} />
      </span>
    </>
  )
}
