import { useId } from 'react'
import type { ChoiceItem, HotspotItem, ItemOption } from '../../course/item-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { Belief } from './belief.tsx'
import type { ShapeProps } from './shape-props.ts'
import { words } from './words.ts'

const letter = (i: number) => String.fromCharCode(65 + i)

type Choice = ChoiceItem | HotspotItem

/** Options to mark: one, or the number that is asked for. After the answer each stays in its place and has its reason. */
export function ChoiceOptions({
  asked,
  response,
  onRespond,
  labelledBy,
  inputId,
}: ShapeProps<Choice> & {
  /** Gives the field of an option an id, for a picture whose areas belong to it */
  inputId?: (option: string) => string
}) {
  const name = useId()
  const choose = asked.choose ?? 1
  const marked = response?.kind === 'marked' ? response.ids : []
  if (!onRespond) return <ToldOptions options={asked.options} marked={marked} />
  const mark = (id: string) =>
    onRespond({
      kind: 'marked',
      ids: choose === 1 ? [id] : marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id],
    })
  return (
    <fieldset className="opts" aria-labelledby={labelledBy}>
      {asked.options.map(({ id, text }, i) => (
        <label key={id} className="opt">
          <input
            id={inputId?.(id)}
            className="vh"
            type={choose === 1 ? 'radio' : 'checkbox'}
            name={name}
            checked={marked.includes(id)}
            onChange={() => mark(id)}
          />
          <span className={choose === 1 ? 'box' : 'box many'} aria-hidden="true">
            {marked.includes(id) && choose > 1 ? <Icon name="tick" size={14} /> : letter(i)}
          </span>
          <span className="t">
            <InlineCode text={text} />
          </span>
        </label>
      ))}
      {choose > 1 && (
        <p className="marked num" role="status">
          {words.marked(marked.length, choose)}
        </p>
      )}
    </fieldset>
  )
}

function ToldOptions({ options, marked }: { options: readonly ItemOption[]; marked: readonly string[] }) {
  return (
    <ol className="opts" aria-label={words.options}>
      {options.map(({ id, text, because, correct, misconception }, i) => {
        const mine = marked.includes(id)
        const look = correct ? 'right' : mine ? 'wrong' : ''
        return (
          <li key={id} className={`opt ${look} ${mine ? 'mine' : ''}`}>
            <span className="box" aria-hidden="true">
              {look === 'right' ? (
                <Icon name="tick" size={14} />
              ) : look === 'wrong' ? (
                <Icon name="cross" size={14} />
              ) : (
                letter(i)
              )}
            </span>
            <div>
              <p className="t">
                <InlineCode text={text} />
                {(correct || mine) && (
                  <span className="tag">
                    {correct ? (mine ? words.yoursRight : words.right) : words.yours}
                  </span>
                )}
              </p>
              <p className="w">
                <InlineCode text={because} />
              </p>
              {mine && misconception && <Belief id={misconception} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
