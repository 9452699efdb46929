import { useId } from 'react'
import { Icon } from '../../glyphs/icon.tsx'
import { words } from '../words.ts'
import { Control } from './control.tsx'
import type { ControlProps, FieldProps } from './field-props.ts'
import { PairsField } from './pairs-field.tsx'

/** One member of a request with its label and, when it cannot be sent, why. */
export function FieldControl(props: FieldProps) {
  const { field, problem } = props
  const id = useId()
  const note = `${id}-note`
  const label = words.members[field.name] ?? field.name
  const grouped = field.control.is === 'pairs' || field.control.is === 'tags'
  const wide = grouped || field.control.is === 'long-text' || field.control.is === 'json'
  const heading = (
    <>
      {label}
      {label !== field.name && (
        <span className="aws" translate="no">
          {' '}
          {field.name}
        </span>
      )}
    </>
  )
  const shared = { ...props, id, label, describedBy: problem ? note : undefined }
  return (
    <div className={`f ${wide ? 'wide' : ''}`} data-member={field.name}>
      {field.control.is === 'flag' ? (
        <label className="f-flag">
          <FlagBox {...shared} /> <span>{heading}</span>
        </label>
      ) : grouped ? (
        <fieldset>
          <legend className="f-label">{heading}</legend>
          <PairsField {...shared} />
        </fieldset>
      ) : (
        <>
          <label className="f-label" htmlFor={id}>
            {heading}
          </label>
          <Control {...shared} />
        </>
      )}
      {problem && (
        <p className="f-problem" id={note}>
          <Icon name="cross" size={12} /> {words.problems[problem]}
        </p>
      )}
    </div>
  )
}

function FlagBox({ entered, onEnter }: ControlProps) {
  return (
    <input
      type="checkbox"
      checked={entered !== undefined && 'flag' in entered && entered.flag}
      onChange={(e) => onEnter({ flag: e.target.checked })}
    />
  )
}
