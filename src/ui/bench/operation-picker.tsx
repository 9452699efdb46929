import { useId } from 'react'
import { operations } from '../../kms/operations/index.ts'
import { localCommands } from './local-commands.ts'
import { groupsOf } from './operation-groups.ts'
import { words } from './words.ts'

const groups = groupsOf(operations.keys())

/** All there is to do, grouped by what a learner wants. */
export function OperationPicker({ value, onPick }: { value: string; onPick: (name: string) => void }) {
  const id = useId()
  return (
    <div className="f wide op">
      <label className="f-label" htmlFor={id}>
        {words.form.operation}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onPick(event.target.value)}>
        {groups.map(({ id: group, operations: names }) => (
          <optgroup key={group} label={words.groups[group]}>
            {names.map((name) => (
              <option key={name} value={name}>
                {titleOf(name)}
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={words.local.group}>
          {localCommands.map((name) => (
            <option key={name} value={name}>
              {words.local[name]}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}

function titleOf(name: string): string {
  const plain = words.operations[name]
  return plain === undefined || plain === name ? name : `${plain} · ${name}`
}
