import { memo } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import { custodyOf } from '../../course/flow/custody.ts'
import { eveKnows } from '../../course/flow/eve.ts'
import { explainAgain, explainProbe, explainRefusal } from '../../course/flow/explain-refusal.ts'
import type { Frame } from '../../course/flow/flow-definition.ts'
import { Whole } from './whole.tsx'
import { Camel } from '../camel.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { BeatSources } from './beat-detail.tsx'
import { words } from './words.ts'

/** What stands beside the stage: values, what Eve has, who holds the secret. Read once for each frame, not while things move. */
export const FlowSide = memo(function FlowSide({ frame, met }: { frame: Frame; met: readonly string[] }) {
  const { facts } = frame
  const refused =
    frame.beat === 1
      ? facts.probe
      : frame.beat === 10
        ? (facts.again ?? facts.answer)
        : frame.beat >= 7
          ? facts.answer
          : undefined
  return (
    <aside className="flow-side" aria-label={words.side} tabIndex={0}>
      {refused?.error && (
        <Refused
          code={refused.error.code}
          operation={refused.operation}
          message={refused.error.message}
          means={
            frame.beat === 1
              ? explainProbe(frame)
              : frame.beat === 10 && facts.again
                ? explainAgain(frame)
                : explainRefusal(frame)
          }
        />
      )}
      <section>
        <h2>{words.values}</h2>
        <dl className="flow-values">
          {beats[frame.beat - 1]?.values(frame).map(({ label, value, typed }) => (
            <Value key={label} label={label} value={value} typed={typed === true} />
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.eve}</h2>
        <ul className="flow-eve">
          {eveKnows(frame).map(({ id, what, means }) => (
            <li key={id}>
              <b>{what}</b> {means}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.holdsSecret}</h2>
        <table className="flow-holds">
          <tbody>
            {custodyOf(frame).map(({ place, secret }) => (
              <tr key={place}>
                <th scope="row">{words.places[place].name}</th>
                <td className={secret ? 'y' : undefined}>{secret ? words.yes : words.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {met.length > 0 && (
        <section>
          <h2>{words.met}</h2>
          <ul className="flow-met">
            {met.map((code) => (
              <li key={code}>
                <Icon name="tick" size={12} /> {code}
              </li>
            ))}
          </ul>
        </section>
      )}
      <BeatSources beat={frame.beat} />
    </aside>
  )
})

function Value({ label, value, typed }: { label: string; value: string; typed: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={typed ? 'typed' : undefined} translate={typed ? 'no' : undefined}>
        {typed ? <Camel name={value} /> : value}
      </dd>
    </>
  )
}

function Refused({
  code,
  operation,
  message,
  means,
}: {
  code: string
  operation: string
  message: string
  means: string
}) {
  return (
    <section>
      <h2>{words.result}</h2>
      <p className="flow-code">
        <Icon name="cross" size={14} /> {code}
      </p>
      <p>
        <Whole text={means} />
      </p>
      <pre className="flow-lit" translate="no">
        {`An error occurred (${code}) when calling the ${operation} operation:${message ? ` ${message}` : ''}`}
      </pre>
      {message === '' && <p className="flow-small">{words.emptyMessage}</p>}
    </section>
  )
}
