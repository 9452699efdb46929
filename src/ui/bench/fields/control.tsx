import { words } from '../words.ts'
import { BlobField } from './blob-field.tsx'
import { aria, textOf, type ControlProps } from './field-props.ts'
import { KeyPicker } from './key-picker.tsx'
import { MomentField } from './moment-field.tsx'

const says = words.form

/** What one member is filled in with, by what it holds. */
export function Control(props: ControlProps) {
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
      return <BlobField {...props} typed={field.control.typed} />
    case 'instant':
      return <MomentField {...props} />
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
