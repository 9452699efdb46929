import { useEffect, useMemo, useRef } from 'react'
import type { LabDefinition, Prediction, Step } from '../../course/lab-definition.ts'
import { standing } from '../../lab/checks.ts'
import type { Lab } from '../../lab/lab.ts'
import { ANSWERS, PROGRESS, type AnswerRow, type ProgressRow } from '../../lab/rows.ts'
import { answerKey } from '../../lab/view.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useLab, useLabDefinition, useLabState, useRevision, useWorld } from '../lab-context.tsx'
import { words as frameWords } from '../words.ts'
import { openEvent } from '../workspace/frame.ts'
import './brief.css'
import { Outcome, PredictionBox, QuestionBox } from './choices.tsx'
import { DrillClock } from './drill-clock.tsx'
import { EntryBox } from './entry-box.tsx'
import { Hints } from './hints.tsx'
import { act } from './act.ts'
import { IncidentEnd } from '../gameday/incident-end.tsx'
import { PhonePanel } from '../gameday/phone-panel.tsx'
import { InlineCode } from './inline-code.tsx'
import { Passed } from './passed.tsx'
import { RegionFailure } from './region-failure.tsx'
import { SandboxBrief } from './sandbox.tsx'
import { stepList, type StepStanding } from './step-list.ts'
import { EventLink, TaskCheck } from './task-check.tsx'
import { words } from './words.ts'
import { WorkedLines } from './worked-lines.tsx'

/** What to do and why: the lab's story and its tasks, or a word about the sandbox. */
export function Brief({ lab }: { lab: Lab }) {
  const definition = useLabDefinition()
  const world = useWorld()
  return definition ? <LabBrief key={world} lab={lab} definition={definition} /> : <SandboxBrief />
}

function LabBrief({ lab, definition }: { lab: Lab; definition: LabDefinition }) {
  const revision = useRevision()
  const now = useLabState((state) => state.now)
  const coach = useLabState(({ coach, calls }) =>
    coach && coach.eventNumber >= (calls.at(-1)?.eventNumber ?? 0) ? coach : undefined,
  )
  const steps = useMemo(
    () => stepList(definition, standing(definition, asOf(lab, revision).tables, now)),
    [definition, lab, now, revision],
  )
  const progress = lab.tables.get<ProgressRow>(PROGRESS, definition.id)
  const answer = (id: string) => lab.tables.get<AnswerRow>(ANSWERS, answerKey(definition.id, id))
  const passed = progress?.passed === true
  const begun = steps.some(({ is }) => is === 'done')

  const open = steps.find(({ is }) => is === 'open')?.step.id
  const here = useRef<HTMLHeadingElement>(null)
  const seen = useRef(open)
  useEffect(() => {
    if (seen.current === open) return
    seen.current = open
    const pane = here.current?.closest('[data-pane]')
    const offset =
      here.current && pane ? here.current.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0
    // What is in the upper half already stays where the learner looks.
    if (pane && (offset < 0 || offset > pane.clientHeight / 2))
      here.current?.scrollIntoView({ block: 'start' })
  }, [open])

  return (
    <article className="prose">
      <p className="eyebrow">
        {words.eyebrow(
          definition.module,
          definition.code,
          frameWords.modes[definition.mode],
          definition.minutes,
        )}
      </p>
      <h1>{definition.title}</h1>
      {progress && definition.mode === 'timed' && !passed && (
        <DrillClock usedMs={now - progress.startedAt} secondsPerCall={definition.secondsPerCall ?? 1} />
      )}
      <details className="story-box" open={!begun} key={String(begun)}>
        <summary>{words.story}</summary>
        {definition.story.map((paragraph) => (
          <p key={paragraph} className="story">
            <InlineCode text={paragraph} />
          </p>
        ))}
      </details>
      <ol className="tasks" aria-label={words.tasks}>
        {steps.map((each) =>
          each.is === 'open' ? (
            <li key={each.step.id} className="now" aria-current="step">
              <h2 ref={here}>
                <span className="k">{each.number}</span>
                {each.step.title}
              </h2>
              {each.step.text.map((paragraph) => (
                <p key={paragraph}>
                  <InlineCode text={paragraph} />
                </p>
              ))}
              {each.step.lines && <WorkedLines lines={each.step.lines} />}
              <Asks step={each.step} answer={answer} />
              <TaskCheck conditions={each.conditions} wrong={coach !== undefined} />
              {coach && <CoachBox says={coach.says} event={coach.eventNumber} />}
              <Hints
                step={each.step}
                taken={progress?.hints[each.step.id] ?? 0}
                labId={definition.incident === undefined ? definition.id : undefined}
              />
            </li>
          ) : each.is === 'done' ? (
            <DoneStep key={each.step.id} standing={each} answer={answer} />
          ) : (
            <li key={each.step.id} className="todo">
              <span className="k">{each.number}</span>
              <span>
                {each.step.title}
                {each.holding > 0 && words.ahead(each.holding, each.conditions.length)}
              </span>
            </li>
          ),
        )}
      </ol>
      {definition.phone && <PhonePanel phone={definition.phone} />}
      {definition.incident !== undefined && <IncidentEnd definition={definition} />}
      <LastPrediction steps={steps} answer={answer} />
      {passed && <Passed definition={definition} />}
    </article>
  )
}

type Answers = (id: string) => AnswerRow | undefined

function Asks({ step, answer }: { step: Step; answer: Answers }) {
  const lab = useLab()
  return (
    <>
      {step.predictions?.map((each) => (
        <PredictionBox
          key={each.id}
          prediction={each}
          answer={answer(each.id)}
          onLock={(value, certainty) => act(lab.answer(each.id, value, certainty))}
        />
      ))}
      {step.acts?.includes('region-failure') && <RegionFailure />}
      {step.questions?.map((each) => (
        <QuestionBox
          key={each.id}
          question={each}
          answer={answer(each.id)}
          onAnswer={(value) => act(lab.answer(each.id, value))}
        />
      ))}
      {step.entries?.map((each) => (
        <EntryBox
          key={each.id}
          entry={each}
          answer={answer(each.id)}
          onAnswer={(value) => act(lab.answer(each.id, value))}
        />
      ))}
    </>
  )
}

/** One line with the record that made it true; its checks and predictions on request. */
function DoneStep({
  standing: { step, conditions, event },
  answer,
}: {
  standing: StepStanding
  answer: Answers
}) {
  const answered = answeredOf(step, answer)
  const right = answered.filter(([{ options }, { value }]) => options.find(({ id }) => id === value)?.correct)
  return (
    <li className="done">
      <details>
        <summary>
          <span className="k">
            <Icon name="tick" size={12} />
            <span className="vh">{words.done}: </span>
          </span>
          <span>
            {step.title}
            {answered.length > 0 && (
              <span className={right.length === answered.length ? 'verdict ok' : 'verdict bad'}>
                {words.prediction.cameTrue(right.length, answered.length)}
              </span>
            )}
          </span>
        </summary>
        <div className="again">
          <TaskCheck conditions={conditions} wrong={false} />
          {answered.map(([prediction, row]) => (
            <Outcome key={prediction.id} prediction={prediction} answer={row} />
          ))}
        </div>
      </details>
      {event !== undefined && <EventLink event={event} />}
    </li>
  )
}

const answeredOf = (step: Step, answer: Answers): [Prediction, AnswerRow][] =>
  (step.predictions ?? []).flatMap((prediction): [Prediction, AnswerRow][] => {
    const row = answer(prediction.id)
    return row ? [[prediction, row]] : []
  })

/** What became of the predictions of the task done last. */
function LastPrediction({ steps, answer }: { steps: readonly StepStanding[]; answer: Answers }) {
  const last = steps.findLast(({ is, step }) => is === 'done' && answeredOf(step, answer).length > 0)
  if (!last) return null
  return (
    <section className="pred">
      <h2>
        {words.prediction.yours}, {words.task(last.number).toLowerCase()}
      </h2>
      {answeredOf(last.step, answer).map(([prediction, row]) => (
        <Outcome key={prediction.id} prediction={prediction} answer={row} />
      ))}
    </section>
  )
}

function CoachBox({ says, event }: { says: string; event: number }) {
  return (
    <div className="coach-box">
      <h3>
        <Glyph name="status-warn" /> {words.coach.title}
      </h3>
      <p>
        <InlineCode text={says} />
      </p>
      {event > 0 && (
        <button type="button" className="ev" onClick={() => openEvent(event)}>
          {words.coach.event(event)}
        </button>
      )}
    </div>
  )
}
