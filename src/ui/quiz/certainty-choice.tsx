import { useId } from 'react'
import { CERTAINTIES, type Certainty } from '../../course/answered.ts'
import { words } from './words.ts'

/** Asked before the result: what a learner believes to know is half of what they learn. */
export function CertaintyChoice({
  certainty,
  onChoose,
}: {
  certainty: Certainty | undefined
  onChoose: (certainty: Certainty) => void
}) {
  const name = useId()
  return (
    <fieldset className="sureness">
      <legend>{words.certainty.asks}</legend>
      {CERTAINTIES.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={certainty === each} onChange={() => onChoose(each)} />
          <span>{words.certainty[each]}</span>
        </label>
      ))}
    </fieldset>
  )
}
