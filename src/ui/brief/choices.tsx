import { useId, type SubmitEvent } from 'react'
import type { Option, Prediction, Question } from '../../course/lab-definition.ts'
import type { AnswerRow } from '../../lab/rows.ts'
import { Icon } from '../glyphs/icon.tsx'
import { isOneOf, isText, useHalfTyped } from '../half-typed.ts'
import { useWorld } from '../lab-context.tsx'
import { InlineCode } from './inline-code.tsx'
import { words } from './words.ts'

/** Options up to this length stand side by side. */
const SHORT = 18

type Certainty = 'low' | 'middle' | 'high'
const isCertainty = isOneOf<Certainty>(['low', 'middle', 'high'])

/** A question before the act. The first answer stays; reasons come when the task is done. */
export function PredictionBox({
  prediction,
  answer,
  onLock,
}: {
  prediction: Prediction
  answer: AnswerRow | undefined
  onLock: (value: string, certainty: Certainty) => void
}) {
  const says = words.prediction
  const world = useWorld()
  const [chosen, setChosen] = useHalfTyped<string | undefined>(world, prediction.id, undefined, isText)
  const [certainty, setCertainty] = useHalfTyped<Certainty | undefined>(
    world,
    `${prediction.id}, certainty`,
    undefined,
    isCertainty,
  )
  const note = useId()
  const option = prediction.options.find(({ id }) => id === answer?.value)
  if (answer) {
    return (
      <div className="ask locked">
        <p className="ask-q">
          <InlineCode text={prediction.asks} />
        </p>
        <p>
          “<InlineCode text={option?.text ?? answer.value} />”
          {answer.certainty && `, ${says.certainty[answer.certainty].toLowerCase()}`}.{' '}
          <span className="dim">{says.locked}</span>
        </p>
        <p className="dim">{says.waits}</p>
      </div>
    )
  }
  const ready = chosen !== undefined && certainty !== undefined
  const lock = (event: SubmitEvent) => {
    event.preventDefault()
    if (ready) onLock(chosen, certainty)
  }
  return (
    <form className="ask" onSubmit={lock}>
      <Options
        asks={
          <>
            <span className="ask-when">{says.before}.</span> <InlineCode text={prediction.asks} />
          </>
        }
        options={prediction.options}
        chosen={chosen}
        onChoose={setChosen}
      />
      <fieldset className="sure">
        <legend>{says.sure}</legend>
        {(['low', 'middle', 'high'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${note}-sure`}
              checked={certainty === each}
              onChange={() => setCertainty(each)}
            />{' '}
            {says.certainty[each]}
          </label>
        ))}
      </fieldset>
      <p className="dim" id={note}>
        {says.choose}
      </p>
      <button type="submit" className="btn small" aria-disabled={!ready} aria-describedby={note}>
        {says.lock}
      </button>
    </form>
  )
}

/** A question after the fact; it may be answered again. */
export function QuestionBox({
  question,
  answer,
  onAnswer,
}: {
  question: Question
  answer: AnswerRow | undefined
  onAnswer: (value: string) => void
}) {
  const says = words.question
  const [chosen, setChosen] = useHalfTyped(useWorld(), question.id, answer?.value, isText)
  const verdict = chosen === answer?.value && answer ? verdictOf(question, answer.value) : undefined
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) onAnswer(chosen)
      }}
    >
      <Options
        asks={<InlineCode text={question.asks} />}
        options={question.options}
        several={question.several}
        chosen={chosen}
        onChoose={setChosen}
      />
      {verdict && (
        <p className={`ask-why ${verdict.right ? 'right' : 'wrong'}`} role="status">
          <Icon name={verdict.right ? 'tick' : 'cross'} size={12} />{' '}
          <b>{verdict.right ? says.right : verdict.missing ? says.missing : says.wrong}</b>{' '}
          <InlineCode text={verdict.because} />
        </p>
      )}
      {chosen !== answer?.value && (
        <button type="submit" className="btn small">
          {answer ? says.again : says.answer}
        </button>
      )}
    </form>
  )
}

/** For several: the first that is marked and should not be; else that something is missing, without telling what. */
function verdictOf({ options, several }: Question, value: string) {
  const marked = value.split(',')
  const wrong = options.find(({ id, correct }) => marked.includes(id) && !correct)
  if (wrong) return { right: false, missing: false, because: wrong.because }
  const right = options.filter(({ correct }) => correct)
  if (several && marked.length < right.length)
    return { right: false, missing: true, because: words.question.soFar(marked.length) }
  return { right: true, missing: false, because: several ? '' : (right[0]?.because ?? '') }
}

function Options({
  asks,
  options,
  several = false,
  chosen,
  onChoose,
}: {
  asks: React.ReactNode
  options: readonly Option[]
  several?: boolean | undefined
  chosen: string | undefined
  onChoose: (value: string) => void
}) {
  const name = useId()
  const marked = chosen ? chosen.split(',') : []
  const toggled = (id: string) =>
    options
      .filter((option) => (option.id === id ? !marked.includes(id) : marked.includes(option.id)))
      .map((option) => option.id)
      .join(',')
  return (
    <fieldset className={`options ${options.every(({ text }) => text.length <= SHORT) ? 'short' : ''}`}>
      <legend className="ask-q">{asks}</legend>
      {options.map(({ id, text }) => (
        <label key={id}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={marked.includes(id)}
            onChange={() => onChoose(several ? toggled(id) : id)}
          />{' '}
          <span>
            <InlineCode text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What became of a prediction: the reason for the chosen option, and the right one. */
export function Outcome({ prediction, answer }: { prediction: Prediction; answer: AnswerRow }) {
  const says = words.prediction
  const chosen = prediction.options.find(({ id }) => id === answer.value)
  const right = prediction.options.find(({ correct }) => correct)
  if (!chosen) return null
  return (
    <div className="outcome">
      <p>
        <InlineCode text={prediction.asks} />
      </p>
      <p>
        “<InlineCode text={chosen.text} />”
        {answer.certainty && `, ${says.certainty[answer.certainty].toLowerCase()}`}.{' '}
        <b className={chosen.correct ? 'ok' : 'bad'}>
          <Icon name={chosen.correct ? 'tick' : 'cross'} size={12} />{' '}
          {chosen.correct ? says.asIs : says.notSo}
        </b>{' '}
        <InlineCode text={chosen.because} />
      </p>
      {!chosen.correct && right && (
        <p>
          {says.rightWas}: “<InlineCode text={right.text} />
          ”. <InlineCode text={right.because} />
        </p>
      )}
    </div>
  )
}
