import { useState } from 'react'
import { AT_HOME } from '../../lab/acting.ts'
import { announce } from '../announce.tsx'
import { Confirm } from '../confirm.tsx'
import { useLab, useLabState } from '../lab-context.tsx'
import { act } from './act.ts'
import { InlineCode } from './inline-code.tsx'
import { words } from './words.ts'

const says = words.regionFailure

/** A teaching model, told as one before it happens: the home Region fails and comes back. Undo takes it back. */
export function RegionFailure() {
  const lab = useLab()
  const busy = useLabState((state) => state.busy)
  const [asking, setAsking] = useState(false)
  const { region } = AT_HOME

  function answer(agreed: boolean) {
    setAsking(false)
    if (agreed)
      act(lab.regionFailure(region).then((emptied) => announce(says.happened(region, emptied.length))))
  }

  return (
    <div className="ask">
      <p>
        <b>{says.label}</b> <InlineCode text={says.what} />
      </p>
      <button
        type="button"
        className="btn bad"
        aria-disabled={busy !== undefined}
        onClick={() => busy === undefined && setAsking(true)}
      >
        {says.press(region)}
      </button>
      {asking && (
        <Confirm
          title={says.title(region)}
          text={says.text}
          action={says.press(region)}
          keep={says.keep}
          onAnswer={answer}
        />
      )}
    </div>
  )
}
