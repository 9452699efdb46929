import { beats } from '../../course/flow/beats/index.ts'
import { custodyOf } from '../../course/flow/custody.ts'
import { captionOf, frameOf, type Frame } from '../../course/flow/flow-definition.ts'
import { words } from './words.ts'

/** The same beats as text: where, what moved, the values. */
export function FlowList({ frame, onBeat }: { frame: Frame; onBeat: (beat: number) => void }) {
  return (
    <div className="flow-page">
      <h1>{words.title}</h1>
      <ol className="flow-list" aria-label={words.beats}>
        {beats.map((beat, i) => {
          const number = i + 1
          const then = number <= frame.beat ? frameOf(frame, number) : undefined
          return (
            <li
              key={beat.id}
              className={number === frame.beat ? 'cur' : undefined}
              aria-current={number === frame.beat ? 'step' : undefined}
            >
              <span className="n">{number}</span>
              <div>
                <h2>{beat.title}</h2>
                {then ? (
                  <>
                    <p>{captionOf(beat, then)}</p>
                    <dl className="flow-values">
                      <dt>{words.where}</dt>
                      <dd>{words.places[beat.at].name}</dd>
                      <dt>{words.moved}</dt>
                      <dd>{beat.moved(then)}</dd>
                      {number === frame.beat &&
                        beat
                          .values(then)
                          .map(({ label, value, typed }) => (
                            <Pair key={label} label={label} value={value} typed={typed === true} />
                          ))}
                    </dl>
                  </>
                ) : (
                  <button type="button" className="btn small" onClick={() => onBeat(number)}>
                    {words.goTo(number, beat.title)}
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

const Pair = ({ label, value, typed }: { label: string; value: string; typed: boolean }) => (
  <>
    <dt>{label}</dt>
    <dd className={typed ? 'typed' : undefined}>{value}</dd>
  </>
)

/** Place by place: who has the secret, who has what. */
export function FlowHolders({ frame }: { frame: Frame }) {
  return (
    <div className="flow-page">
      <h1>{words.holdsSecret}</h1>
      <p>
        {words.beatOf(frame.beat, beats.length)}. {beats[frame.beat - 1]?.title}.
      </p>
      <div className="scroll" tabIndex={0} role="group" aria-label={words.views.holds}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.table.place}</th>
              <th scope="col">{words.table.secret}</th>
              <th scope="col">{words.table.others}</th>
            </tr>
          </thead>
          <tbody>
            {custodyOf(frame).map(({ place, secret, others }) => (
              <tr key={place}>
                <th scope="row">{words.places[place].name}</th>
                <td>{secret ? words.yes : words.no}</td>
                <td>{others.join(', ') || '-'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
