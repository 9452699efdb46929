import { memo, useId } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import { faultsSet } from '../../course/flow/faults.ts'
import {
  captionOf,
  faultless,
  type Control,
  type FlowInputs,
  type Frame,
} from '../../course/flow/flow-definition.ts'
import { claims } from '../../course/words/claims.ts'
import { sources } from '../../course/words/sources.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import type { FlowState } from './use-flow.ts'
import { words } from './words.ts'

/** What is set, and the way to set it: both stay the same while only the layout moves. */
type Chosen = Pick<FlowState, 'inputs' | 'set'>

/**
 * Caption, choices and notes of the open beat.
 *
 * @param frame absent while the engine starts: nearly all of this stands without it
 */
export const BeatDetail = memo(function BeatDetail({
  number,
  frame,
  inputs,
  set,
  headingId,
}: Chosen & { number: number; frame: Frame | undefined; headingId: string }) {
  const beat = beats[number - 1]
  if (!beat) return null
  const later = faultsSet(inputs).filter((fault) => fault.beat < number)
  const caption = frame ? captionOf(beat, frame) : typeof beat.caption === 'string' ? beat.caption : ''
  return (
    <>
      <h2 id={headingId} className="beat-title">
        {beat.title}
      </h2>
      <p className="beat-caption">{caption}</p>
      {beat.controls.map((control) => (
        <Choices key={control.input} control={control} inputs={inputs} set={set} />
      ))}
      {number >= 5 &&
        later.map(({ beat: from, input, label }) => (
          <p key={input} className="flow-set">
            <span>
              <Glyph name="status-warn" size={16} /> {words.faultFrom(from)} <b>{label}</b>
            </span>
            <button
              type="button"
              className="btn small"
              onClick={() => set({ [input]: faultless[input] } as Partial<FlowInputs>)}
            >
              {words.remove}
            </button>
          </p>
        ))}
      {beat.note && <p className="beat-note">{beat.note}</p>}
    </>
  )
})

function Choices({ control, inputs, set }: Chosen & { control: Control }) {
  const name = useId()
  const typed = control.input === 'hash' || control.input === 'spec'
  return (
    <fieldset className={typed ? 'flow-fault typed' : 'flow-fault'}>
      <legend>{control.legend}</legend>
      {control.choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={inputs[control.input] === value}
            onChange={() => set({ [control.input]: value } as Partial<FlowInputs>)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

/** The pages that a beat rests on, with the day they were read. */
export function BeatSources({ beat }: { beat: number }) {
  const rests = (beats[beat - 1]?.claims ?? []).map((id) => ({ id, ...claims[id] }))
  return (
    <section>
      <h2>{words.sources}</h2>
      <ul className="flow-eve">
        {rests.map(({ id, source, says, checked }) => (
          <li key={id}>
            {says}{' '}
            <a href={sources[source]} target="_blank" rel="noreferrer">
              AWS
            </a>
            , {words.checked(checked)}
          </li>
        ))}
      </ul>
    </section>
  )
}
