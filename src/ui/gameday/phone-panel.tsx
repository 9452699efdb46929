import { useMemo } from 'react'
import type { Phone } from '../../course/lab-definition.ts'
import { ringsOf } from '../../lab/rows.ts'
import { minutes } from '../../world/clock.ts'
import { announce } from '../announce.tsx'
import { act } from '../brief/act.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { asOf, useLab, useLabState, useRevision } from '../lab-context.tsx'
import { clockTime } from '../when.ts'
import './gameday.css'
import { words } from './words.ts'

const says = words.phone

/** Whom one can ring up, and every call of the night with what was said: a call takes virtual time. */
export function PhonePanel({ phone }: { phone: Phone }) {
  const lab = useLab()
  const revision = useRevision()
  const busy = useLabState((state) => state.busy)
  const rings = useMemo(() => ringsOf(asOf(lab, revision).tables), [lab, revision])
  return (
    <section className="phone" aria-labelledby="phone-title">
      <h2 id="phone-title">{says.title}</h2>
      <p>{says.lead(phone.who, phone.takes / minutes(1))}</p>
      <div className="row">
        {phone.about.map(({ id, says: name }) => (
          <button
            key={id}
            type="button"
            className="btn small"
            aria-disabled={busy !== undefined}
            onClick={() =>
              busy === undefined &&
              act(lab.ring(id).then(({ gave }) => announce(says.ended(phone.who, gave.length))))
            }
          >
            {says.ring} <code translate="no">{name}</code>
          </button>
        ))}
      </div>
      <p role="status">{busy === 'ring' && says.ringing}</p>
      {rings.length > 0 && (
        <>
          <h3>{says.calls}</h3>
          <ol className="phone-calls">
            {rings.map(({ about, at, until, said, gave }) => (
              <li key={at}>
                <p className="when num">
                  {says.call(clockTime(at), clockTime(until))} <code translate="no">{about}</code>
                </p>
                {said.map((sentence) => (
                  <p key={sentence}>
                    <InlineCode text={sentence} />
                  </p>
                ))}
                {gave.length > 0 && (
                  <p>
                    {says.gave} <code translate="no">{gave.join(', ')}</code>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
