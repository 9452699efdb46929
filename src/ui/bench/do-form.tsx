import { useMemo, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react'
import type { Operation } from '../../kms/operation.ts'
import { operations } from '../../kms/operations/index.ts'
import type { CallRequest } from '../../lab/lab.ts'
import { commandOf } from '../../lab/kms-call.ts'
import { fileNames } from '../../lab/rows.ts'
import { asOf, useLab, useLabState, useRevision } from '../lab-context.tsx'
import { keysHere, picked } from '../world/scene-model.ts'
import { useFrame } from '../workspace/frame.ts'
import { CommandLine } from './command-line.tsx'
import { keepsFor, suggested, type Composition } from './composer.ts'
import { CopyButton } from './copy-button.tsx'
import { FieldControl } from './fields/field-control.tsx'
import { fieldsOf, fill, fillSoFar, type Draft, type Entered, type Problem } from './form-model.ts'
import { keepables } from './kept-files.ts'
import { PutInTerminal } from '../terminal/put-in-terminal.tsx'
import { OperationPicker } from './operation-picker.tsx'
import { words } from './words.ts'

const says = words.form

export interface DoFormProps {
  composition: Composition
  onCompose: (change: (composition: Composition) => Composition) => void
  onRun: (request: CallRequest) => void
  /** Why the last request was not sent at all */
  refusal: string | undefined
}

/** Choose an operation, fill in its members, see the command, run it. */
export function DoForm({ composition, onCompose, onRun, refusal }: DoFormProps) {
  const operation = operations.get(composition.operation) as Operation
  const lab = useLab()
  const revision = useRevision()
  const busy = useLabState((state) => state.busy)
  const calls = useLabState((state) => state.calls)
  const acting = useLabState((state) => state.acting)
  const keyArn = useFrame((frame) => frame.keyArn)
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({})
  const form = useRef<HTMLFormElement>(null)

  const fields = useMemo(() => fieldsOf(operation), [operation])
  const { files, draft } = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const files = fileNames(tables)
    const keys = keysHere(tables)
    const key = picked(keys, keyArn) ?? keys[0]
    const draft: Draft = {
      ...suggested(fields, { files, ...(key ? { keyId: key.id } : {}) }),
      ...composition.drafts[operation.name],
    }
    return { files, draft }
  }, [lab, revision, keyArn, fields, operation, composition])
  const keeps = keepsFor(operation, composition.keeps[operation.name], new Set(files))
  const kept = Object.fromEntries(
    Object.entries(keeps).filter(
      (each): each is [string, string] => each[1] !== null && each[1].trim() !== '',
    ),
  )
  const command = commandOf({ operation: operation.name, input: fillSoFar(fields, draft), ...acting })
  const before = calls.findLast(({ request }) => request.operation === operation.name)?.command
  const folded = fields.filter((field) => field.folded)
  const set = folded.filter(({ name }) => draft[name] !== undefined).length

  function enter(name: string, entered: Entered | undefined) {
    setProblems(({ [name]: _, ...rest }) => rest)
    onCompose((old) => {
      const { [name]: _, ...others } = old.drafts[operation.name] ?? {}
      return {
        ...old,
        drafts: { ...old.drafts, [operation.name]: entered ? { ...others, [name]: entered } : others },
      }
    })
  }

  function keep(member: string, name: string | null) {
    onCompose((old) => ({
      ...old,
      keeps: { ...old.keeps, [operation.name]: { ...old.keeps[operation.name], [member]: name } },
    }))
  }

  function run(event?: SubmitEvent | KeyboardEvent) {
    event?.preventDefault()
    if (busy !== undefined) return
    const filled = fill(fields, draft)
    if (!filled.ok) {
      setProblems(filled.problems)
      const [first] = fields.filter(({ name }) => Object.hasOwn(filled.problems, name))
      const box = form.current?.querySelector<HTMLElement>(`[data-member="${first?.name}"]`)
      if (box?.closest('details')) (box.closest('details') as HTMLDetailsElement).open = true
      box?.querySelector<HTMLElement>('input, select, textarea')?.focus()
      return
    }
    setProblems({})
    onRun({
      operation: operation.name,
      input: filled.input,
      ...(Object.keys(kept).length > 0 ? { keep: kept } : {}),
    })
  }

  const control = (name: string) => {
    const field = fields.find((each) => each.name === name)
    return (
      field && (
        <FieldControl
          key={`${operation.name}/${name}`}
          field={field}
          entered={draft[name]}
          problem={problems[name]}
          onEnter={(entered) => enter(name, entered)}
        />
      )
    )
  }

  return (
    <form
      ref={form}
      className="comp"
      onSubmit={run}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) run(e)
      }}
      noValidate
    >
      <div className="comp-fields">
        <OperationPicker
          value={operation.name}
          onPick={(name) => {
            setProblems({})
            onCompose((old) => ({ ...old, operation: name }))
          }}
        />
        {fields.filter((field) => !field.folded).map(({ name }) => control(name))}
        {folded.length > 0 && (
          <details className="f-more wide" key={operation.name}>
            <summary>{set > 0 ? says.moreSet(set) : says.more}</summary>
            <div className="comp-grid">{folded.map(({ name }) => control(name))}</div>
          </details>
        )}
        <Keeps operation={operation} keeps={keeps} onKeep={keep} />
      </div>
      <div className="comp-run term">
        <CommandLine
          command={command}
          before={before}
          notes={Object.entries(kept).map(([member, name]) => says.keepNote(member, name))}
        />
        {refusal !== undefined && (
          <p className="refusal" role="alert">
            <b>{words.log.refused}</b> {refusal}
          </p>
        )}
        <div className="row">
          <button
            type="submit"
            className="btn primary"
            aria-disabled={busy !== undefined}
            title={says.runKeys}
            aria-keyshortcuts="Control+Enter"
          >
            {busy === undefined ? says.run : says.running}
          </button>
          <CopyButton
            text={() => command}
            label={says.copy}
            name={says.copyCommand}
            className="btn on-term"
          />
          <PutInTerminal command={command} />
        </div>
      </div>
    </form>
  )
}

function Keeps({
  operation,
  keeps,
  onKeep,
}: {
  operation: Operation
  keeps: Readonly<Record<string, string | null>>
  onKeep: (member: string, name: string | null) => void
}) {
  const members = keepables(operation)
  if (members.length === 0) return null
  return (
    <fieldset className="f wide keeps">
      <legend className="f-label">{says.keep}</legend>
      {members.map(({ member, name: usual }) => {
        const name = keeps[member] ?? null
        return (
          <div className="f-row" key={member}>
            <label className="f-flag">
              <input
                type="checkbox"
                checked={name !== null}
                aria-label={says.keepThis(member)}
                onChange={(e) => onKeep(member, e.target.checked ? usual : null)}
              />{' '}
              <span translate="no">{member}</span>
            </label>
            {name !== null && (
              <input
                className="field"
                type="text"
                spellCheck={false}
                autoComplete="off"
                translate="no"
                aria-label={says.keepName(member)}
                value={name}
                onChange={(e) => onKeep(member, e.target.value)}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
