import { Icon } from '../glyphs/icon.tsx'
import { openEvent } from '../workspace/frame.ts'
import { InlineCode } from './inline-code.tsx'
import type { ConditionStanding } from './step-list.ts'
import { words } from './words.ts'

/** The conditions of a task: ticks with their record; the first open one says what is, what must be, where to look. */
export function TaskCheck({
  conditions,
  wrong,
}: {
  conditions: readonly ConditionStanding[]
  wrong: boolean
}) {
  const first = conditions.find(({ met }) => !met)
  return (
    <div className={`check ${wrong ? 'wrong' : ''}`} role="group" aria-label={words.check}>
      <ul>
        {conditions.map((each) => (
          <li key={each.id} className={each.met ? 'met' : each === first ? 'first' : undefined}>
            <span className="mark">
              {each.met ? (
                <Icon name="tick" size={14} />
              ) : wrong && each === first ? (
                <Icon name="cross" size={14} />
              ) : (
                <i className="sock" aria-hidden="true" />
              )}
            </span>
            <span className="vh">{each.met ? words.holds : words.notYet}: </span>
            <div>
              {each === first && (each.now !== undefined || each.lookAt !== undefined) ? (
                <dl>
                  {each.now !== undefined && (
                    <>
                      <dt>{words.now}</dt>
                      <dd>
                        <InlineCode text={each.now} />
                      </dd>
                    </>
                  )}
                  <dt>{words.needed}</dt>
                  <dd className="needed">
                    <InlineCode text={each.says} />
                  </dd>
                  {each.lookAt !== undefined && (
                    <>
                      <dt>{words.lookAt}</dt>
                      <dd>
                        <InlineCode text={each.lookAt} />
                      </dd>
                    </>
                  )}
                </dl>
              ) : (
                <InlineCode text={each.says} />
              )}
            </div>
            {each.met && each.event !== undefined && each.event > 0 && <EventLink event={each.event} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function EventLink({ event }: { event: number }) {
  return (
    <button type="button" className="ev num" onClick={() => openEvent(event)}>
      {words.event(event)}
    </button>
  )
}
