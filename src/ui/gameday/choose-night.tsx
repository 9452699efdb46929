import { useId, useState } from 'react'
import type { Level } from '../../course/gameday/incident.ts'
import { LEVELS } from '../../course/gameday/lab-seed.ts'
import { MOST_SEED } from './night-in.ts'
import { words as says } from './words.ts'

const drawn = (): number => ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % MOST_SEED) + 1

/** A level and a number, which together are one night. */
export function ChooseNight({ onChosen }: { onChosen: (seed: number, level: Level) => void }) {
  const id = useId()
  const [level, setLevel] = useState<Level>(1)
  const [seed, setSeed] = useState(() => String(drawn()))
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onChosen(Number(seed), level)
      }}
    >
      <fieldset className="pick-row night-levels">
        <legend>{says.level}</legend>
        {LEVELS.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name="level" checked={level === value} onChange={() => setLevel(value)} />
            <span>
              <b>
                {value}. {says.levels[value].name}
              </b>{' '}
              {says.levels[value].says}
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <label htmlFor={id}>{says.seed}</label>
        <div className="row mt-1">
          <input
            id={id}
            className="field num night-seed"
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={MOST_SEED}
            step={1}
            value={seed}
            aria-describedby={`${id}-help`}
            onChange={(event) => setSeed(event.target.value)}
          />
          <button type="button" className="btn quiet" onClick={() => setSeed(String(drawn()))}>
            {says.another}
          </button>
        </div>
        <p id={`${id}-help`} className="text-ink-3 mt-1">
          {says.seedHelp}
        </p>
      </div>
      <div className="row">
        <button type="submit" className="btn primary">
          {says.begin}
        </button>
      </div>
    </form>
  )
}
