import { useEffect, useId, useRef, useState } from 'react'
import type { Bet } from '../../course/demos/demo-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { words, type Certainty } from './words.ts'
import type { DemoActions, DemoState } from './use-demo.ts'

const says = words.bets
const CERTAINTIES = ['low', 'middle', 'high'] as const

/** One bet is open at a time; a locked one shows its outcome as soon as the engine has settled it. */
export function BetList({
  bets,
  state,
  lock,
}: {
  bets: readonly Bet[]
  state: DemoState
  lock: DemoActions['lock']
}) {
  const open = bets.find(({ id }) => !state.bets.has(id))
  return (
    <ol className="bets">
      {bets.map((bet, i) => (
        <li key={bet.id}>
          {bet === open ? (
            <Ask bet={bet} number={i + 1} of={bets.length} onLock={lock} />
          ) : (
            <Standing bet={bet} state={state} />
          )}
        </li>
      ))}
    </ol>
  )
}

function Ask({
  bet,
  number,
  of,
  onLock,
}: {
  bet: Bet
  number: number
  of: number
  onLock: DemoActions['lock']
}) {
  const [option, setOption] = useState<string>()
  const [certainty, setCertainty] = useState<Certainty>('middle')
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The form of the bet before is gone: the keyboard goes on here.
    if (number > 1) first.current?.focus({ preventScroll: true })
  }, [number])
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (option !== undefined) onLock(bet.id, { option, certainty })
      }}
    >
      <fieldset>
        <legend>
          {of > 1 && <span className="dim">{says.count(number, of)}. </span>}
          <InlineCode text={bet.asks} />
        </legend>
        {bet.options.map(({ id: value, text }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={`${id}-option`}
              value={value}
              checked={option === value}
              onChange={() => setOption(value)}
              ref={value === bet.options[0]?.id ? first : undefined}
            />
            <span>
              <InlineCode text={text} />
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="certainty">
        <legend>{says.sure}</legend>
        {CERTAINTIES.map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={`${id}-certainty`}
              value={value}
              checked={certainty === value}
              onChange={() => setCertainty(value)}
            />
            <span>{says.certainty[value]}</span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <button type="submit" className="btn primary" disabled={option === undefined}>
          {says.lock}
        </button>
      </div>
    </form>
  )
}

function Standing({ bet, state: { bets, done, player } }: { bet: Bet; state: DemoState }) {
  const locked = bets.get(bet.id)
  if (!locked)
    return (
      <p className="dim">
        <InlineCode text={bet.asks} />
      </p>
    )
  const chosen = bet.options.find(({ id }) => id === locked.option)
  const came = player && bet.settled(done, player)
  const true_ = bet.options.find(({ id }) => id === came)
  const right = came === locked.option
  return (
    <div className="bet-done">
      <p>
        <InlineCode text={bet.asks} />
      </p>
      <p>
        “<InlineCode text={chosen?.text ?? ''} />”{' '}
        <span className="dim">
          {says.certainty[locked.certainty]}. {came === undefined && says.locked}
        </span>
        {came !== undefined && (
          <>
            {' '}
            <b className={right ? 'ok' : 'bad'}>
              <Icon name={right ? 'tick' : 'cross'} size={12} /> {right ? says.right : says.wrong}
            </b>{' '}
            <InlineCode text={chosen?.because ?? ''} />
          </>
        )}
      </p>
      {came !== undefined && !right && true_ && (
        <p>
          {says.cameTrue}: “<InlineCode text={true_.text} />
          ”. <InlineCode text={true_.because} />
        </p>
      )}
    </div>
  )
}
