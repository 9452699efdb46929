import { useId } from 'react'
import { actors, regions } from '../../lab/acting.ts'
import type { Lab } from '../../lab/lab.ts'
import { actAs } from '../act-as.ts'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useLabState, useRevision } from '../lab-context.tsx'
import { words } from '../words.ts'

const says = words.acting

/** Whom the learner acts as and in which Region, with the others to choose from. */
export function CallerSwitch({ lab }: { lab: Lab }) {
  const acting = useLabState(({ acting }) => acting)
  const { tables } = asOf(lab, useRevision())
  const id = useId()
  return (
    <>
      <button type="button" className="btn quiet caller" popoverTarget={id}>
        <Icon name="person" />
        <span className="who">
          <span className="vh">{says.as} </span>
          <span translate="no" className="name">
            {acting.as}
          </span>{' '}
          <span className="vh">{says.in} </span>
          <span translate="no" className="where">
            {acting.region}
          </span>
        </span>
        <Icon name="down" size={12} />
      </button>
      <div id={id} popover="auto" className="caller-choice">
        <Choice
          legend={says.as}
          options={actors(tables)}
          chosen={acting.as}
          notes={says.roles}
          onChoose={(as) => void actAs(lab, { as })}
        />
        <Choice
          legend={says.region}
          options={regions(tables)}
          chosen={acting.region}
          notes={says.regions}
          onChoose={(region) => void actAs(lab, { region })}
        />
        <p className="note">{says.note}</p>
      </div>
    </>
  )
}

function Choice({
  legend,
  options,
  chosen,
  notes,
  onChoose,
}: {
  legend: string
  options: readonly string[]
  chosen: string
  notes: Readonly<Record<string, string>>
  onChoose: (option: string) => void
}) {
  const readOnly = useLabState(({ saved }) => saved === 'read-only')
  const name = useId()
  return (
    <fieldset disabled={readOnly}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
          <span>
            <b translate="no">{option}</b>
            {Object.hasOwn(notes, option) && <span className="note">{notes[option]}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
