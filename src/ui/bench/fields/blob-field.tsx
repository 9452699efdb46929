import { fileNames } from '../../../lab/rows.ts'
import { useLab, useRevision } from '../../lab-context.tsx'
import { visibleText } from '../visible-text.ts'
import { words } from '../words.ts'
import { aria, type ControlProps } from './field-props.ts'

const says = words.form

/** Bytes: a file of the learner's, or text where that can be meant. */
export function BlobField({ id, entered, onEnter, typed, ...rest }: ControlProps & { typed: boolean }) {
  const { tables } = useLab()
  useRevision()
  const files = fileNames(tables)
  const typing = entered !== undefined && 'typed' in entered
  const described = aria(rest)
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
