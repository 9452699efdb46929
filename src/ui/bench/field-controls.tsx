import { useId, useMemo, useState } from 'react'
import { keyState, type AliasRecord } from '../../kms/key.ts'
import { fileNames } from '../../lab/rows.ts'
import { days } from '../../world/clock.ts'
import { Icon } from '../glyphs/icon.tsx'
import { stateWord } from '../key-look.ts'
import { asOf, useLab, useLabState, useRevision } from '../lab-context.tsx'
import { allKeys, namer } from '../world/scene-model.ts'
import type { Entered, Field, Pair, Problem } from './form-model.ts'
import { fieldText } from './utc.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.form

interface ControlProps {
  field: Field
  entered: Entered | undefined
  onEnter: (entered: Entered | undefined) => void
  problem: Problem | undefined
}

/** One member of a request with its label and, when it cannot be sent, why. */
export function FieldControl(props: ControlProps) {
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
          <Flag {...shared} /> <span>{heading}</span>
        </label>
      ) : grouped ? (
        <fieldset>
          <legend className="f-label">{heading}</legend>
          <Pairs {...shared} />
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

interface InnerProps extends ControlProps {
  id: string
  label: string
  describedBy: string | undefined
}

const textOf = (entered: Entered | undefined) => (entered && 'text' in entered ? entered.text : '')
const aria = ({ problem, describedBy }: InnerProps) => ({
  'aria-invalid': problem ? true : undefined,
  'aria-describedby': describedBy,
})

function Control(props: InnerProps) {
  const { field, id, entered, onEnter } = props
  const shared = { id, className: 'field', translate: 'no' as const, ...aria(props) }
  switch (field.control.is) {
    case 'key':
    case 'alias':
      return <KeyPicker {...props} />
    case 'choice':
      return (
        <select {...shared} value={textOf(entered)} onChange={(e) => onEnter({ text: e.target.value })}>
          <option value="">{field.required ? says.choose : says.leaveOut}</option>
          {field.control.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )
    case 'blob':
      return <Blob {...props} typed={field.control.typed} />
    case 'instant':
      return <Moment {...props} />
    case 'long-text':
    case 'json':
    case 'lines':
      return (
        <textarea
          {...shared}
          rows={field.control.is === 'lines' ? 2 : 5}
          spellCheck={false}
          value={textOf(entered)}
          onChange={(e) => onEnter({ text: e.target.value })}
        />
      )
    default:
      return (
        <input
          {...shared}
          type="text"
          inputMode={field.control.is === 'integer' ? 'numeric' : undefined}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={textOf(entered)}
          onChange={(e) => onEnter({ text: e.target.value })}
        />
      )
  }
}

const OTHER = '\u0000other'

function KeyPicker(props: InnerProps) {
  const { field, id, label, entered, onEnter } = props
  const lab = useLab()
  const revision = useRevision()
  const { keys, aliases } = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const name = namer(tables)
    const keys =
      field.control.is === 'alias'
        ? []
        : allKeys(tables).map((key) => ({ value: key.id, text: `${name(key)}, ${stateWord(keyState(key))}` }))
    const names = tables
      .names()
      .filter((each) => each.startsWith('aliases/'))
      .flatMap((each) => Array.from(tables.rows<AliasRecord>(each), ([, alias]) => alias.name))
    return { keys, aliases: names.map((value) => ({ value, text: value })) }
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

function Blob({ id, label, entered, onEnter, typed, ...rest }: InnerProps & { typed: boolean }) {
  const { tables } = useLab()
  useRevision()
  const files = fileNames(tables)
  const typing = entered !== undefined && 'typed' in entered
  const described = aria({ id, label, entered, onEnter, ...rest })
  return (
    <div className="f-row">
      {typing ? (
        <input
          id={id}
          className="field"
          type="text"
          autoComplete="off"
          placeholder={says.utf8}
          {...described}
          value={entered.typed}
          onChange={(e) => onEnter({ typed: e.target.value })}
        />
      ) : (
        <select
          id={id}
          className="field"
          translate="no"
          {...described}
          value={entered && 'file' in entered ? entered.file : ''}
          onChange={(e) => onEnter({ file: e.target.value })}
        >
          <option value="">{files.length === 0 ? says.noFiles : says.chooseFile}</option>
          {files.map((name) => (
            <option key={name} value={name}>
              {visibleText(name)}
            </option>
          ))}
        </select>
      )}
      {typed && (
        <button
          type="button"
          className="btn quiet small"
          onClick={() => onEnter(typing ? { file: '' } : { typed: '' })}
        >
          {typing ? says.useFile : says.typeText}
        </button>
      )}
    </div>
  )
}

function Moment(props: InnerProps) {
  const now = useLabState((state) => state.now)
  const { id, entered, onEnter } = props
  const later = (n: number) => onEnter({ text: fieldText(now + days(n)) })
  return (
    <div className="f-row wrap">
      <span className="f-row">
        <input
          id={id}
          className="field"
          type="datetime-local"
          step={60}
          {...aria(props)}
          value={textOf(entered)}
          onChange={(e) => onEnter({ text: e.target.value })}
        />{' '}
        {says.utc}
      </span>
      <span className="f-row">
        {[1, 30].map((n) => (
          <button key={n} type="button" className="btn quiet small" onClick={() => later(n)}>
            {n === 1 ? says.inDay : says.inDays(n)}
          </button>
        ))}
        <button type="button" className="btn quiet small" onClick={() => later(365)}>
          {says.inDays(365)}
        </button>
      </span>
    </div>
  )
}

function Pairs({ label, entered, onEnter, describedBy }: InnerProps) {
  const pairs: readonly Pair[] =
    entered && 'pairs' in entered && entered.pairs.length > 0 ? entered.pairs : [['', '']]
  const put = (at: number, pair: Pair) => onEnter({ pairs: pairs.with(at, pair) })
  return (
    <div className="f-stack" aria-describedby={describedBy}>
      {pairs.map(([name, value], i) => (
        <div className="f-row pair" key={i}>
          <input
            className="field"
            placeholder={says.pairName}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={says.pairN(label, i + 1, says.pairName)}
            value={name}
            onChange={(e) => put(i, [e.target.value, value])}
          />
          <span aria-hidden="true">=</span>
          <input
            className="field"
            placeholder={says.pairValue}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={says.pairN(label, i + 1, says.pairValue)}
            value={value}
            onChange={(e) => put(i, [name, e.target.value])}
          />
          {i === pairs.length - 1 ? (
            <button
              type="button"
              className="btn quiet small"
              onClick={() => onEnter({ pairs: [...pairs, ['', '']] })}
            >
              {says.addPair}
            </button>
          ) : (
            <button
              type="button"
              className="btn quiet small icon"
              aria-label={says.removePair(i + 1)}
              onClick={() => onEnter({ pairs: pairs.toSpliced(i, 1) })}
            >
              <Icon name="cross" size={12} />
            </button>
          )}
        </div>
      ))}
    </div>
  )
}

function Flag({ entered, onEnter }: InnerProps) {
  return (
    <input
      type="checkbox"
      checked={entered !== undefined && 'flag' in entered && entered.flag}
      onChange={(e) => onEnter({ flag: e.target.checked })}
    />
  )
}
