import { useMemo, useState } from 'react'
import { keyState } from '../../../kms/key.ts'
import { stateWord } from '../../key-look.ts'
import { asOf, useLab, useRevision } from '../../lab-context.tsx'
import { aliasesHere, keysHere, namer } from '../../world/scene-model.ts'
import { words } from '../words.ts'
import { aria, textOf, type ControlProps } from './field-props.ts'

const says = words.form
const OTHER = '\u0000other'

/** A key or an alias of those that are there, or any other name typed. */
export function KeyPicker(props: ControlProps) {
  const { field, id, label, entered, onEnter } = props
  const lab = useLab()
  const revision = useRevision()
  const { keys, aliases } = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const name = namer(tables)
    const keys =
      field.control.is === 'alias'
        ? []
        : keysHere(tables).map((key) => ({
            value: key.id,
            text: `${name(key)}, ${stateWord(keyState(key))}`,
          }))
    return { keys, aliases: aliasesHere(tables).map(({ name: value }) => ({ value, text: value })) }
  }, [lab, field, revision])
  const value = textOf(entered)
  const known = value === '' || [...keys, ...aliases].some((each) => each.value === value)
  const [typing, setTyping] = useState(false)
  const free = typing || !known
  return (
    <div className="f-stack">
      <select
        id={id}
        className="field"
        translate="no"
        {...aria(props)}
        value={free ? OTHER : value}
        onChange={(e) => {
          setTyping(e.target.value === OTHER)
          onEnter(e.target.value === OTHER ? { text: '' } : { text: e.target.value })
        }}
      >
        <option value="">
          {keys.length + aliases.length === 0 ? says.noKeys : field.required ? says.choose : says.leaveOut}
        </option>
        {keys.map(({ value: key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
        {aliases.map(({ value: alias, text }) => (
          <option key={alias} value={alias}>
            {text}
          </option>
        ))}
        <option value={OTHER}>{says.otherKey}</option>
      </select>
      {free && (
        <input
          className="field"
          type="text"
          translate="no"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-label={says.typedKey(label)}
          value={value}
          onChange={(e) => onEnter({ text: e.target.value })}
        />
      )}
    </div>
  )
}
