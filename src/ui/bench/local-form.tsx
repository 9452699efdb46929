import { useId, useState, type SubmitEvent } from 'react'
import { FILES, type FileRow } from '../../lab/rows.ts'
import { isOneOf, isText, isTexts, useHalfTyped } from '../half-typed.ts'
import { useLab, useRows, useWorld } from '../lab-context.tsx'
import { useSession } from '../session.tsx'
import { CommandLine } from './command-line.tsx'
import { CopyButton } from './copy-button.tsx'
import { freeName } from './kept-files.ts'
import { randomCommand, wrapCommand, type LocalCommand } from './local-commands.ts'
import { PutInTerminal } from '../terminal/put-in-terminal.tsx'
import { OperationPicker } from './operation-picker.tsx'
import { visibleText } from './visible-text.ts'
import { wrapHere, type WrapHash } from './wrap-here.ts'
import { words } from './words.ts'

const says = words.local

const isHash = isOneOf<WrapHash>(['SHA-256', 'SHA-1'])

/** What a command on the learner's own side printed. */
export interface LocalResult {
  readonly command: string
  readonly output?: string
  readonly error?: string
  readonly plain?: string
}

interface LocalFormProps {
  command: LocalCommand
  onPick: (name: string) => void
  onDone: (result: LocalResult) => void
  onPut: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
  before: string | undefined
  refusal: string | undefined
}

export function LocalForm(props: LocalFormProps) {
  return props.command === 'wrap' ? <WrapForm {...props} /> : <RandomForm {...props} />
}

function RandomForm({ onDone, onPut, ...rest }: LocalFormProps) {
  const files = useRows<FileRow>(FILES)
  const world = useWorld()
  const [name, setName] = useHalfTyped<string | undefined>(world, 'random, name', undefined, isText)
  const [count, setCount] = useHalfTyped(world, 'random, count', '32', isText)
  const output = name ?? freeName('material.bin', new Set(files.map(([each]) => each)))
  const command = randomCommand(output, count)
  const n = /^\d{1,4}$/.test(count) ? Number(count) : 0
  const run = async () => {
    if (!(await onPut(output, crypto.getRandomValues(new Uint8Array(n))))) return
    setName(undefined)
    onDone({ command, output: says.wrote(output, n) })
  }
  return (
    <LocalFrame {...rest} line={command} canRun={n > 0 && output !== ''} onRun={run}>
      <TextField label={says.output} value={output} onChange={setName} />
      <TextField label={says.count} value={count} onChange={setCount} numeric />
    </LocalFrame>
  )
}

function WrapForm({ onDone, onPut, ...rest }: LocalFormProps) {
  const lab = useLab()
  const session = useSession()
  const files = useRows<FileRow>(FILES).map(([name]) => name)
  const world = useWorld()
  const [chosen, setChosen] = useHalfTyped<Readonly<Record<string, string>>>(world, 'wrap', {}, isTexts)
  const [hash, setHash] = useHalfTyped<WrapHash | undefined>(world, 'wrap, hash', undefined, isHash)
  const id = useId()
  const material = chosen.material ?? files.findLast((name) => /material|\.key$/i.test(name)) ?? ''
  const publicKey =
    chosen.publicKey ?? files.findLast((name) => /public.?key/i.test(name) && !/old/i.test(name)) ?? ''
  const output = chosen.output ?? 'wrapped.bin'
  const command = wrapCommand({ material, publicKey, output, hash })
  const run = async () => {
    const [box, bytes] = [publicKey, material].map((name) => lab.tables.get<FileRow>(FILES, name)?.bytes)
    if (!box || !bytes)
      return onDone({ command, error: says.noSuch(visibleText(box ? material : publicKey)) })
    let wrapped: Uint8Array<ArrayBuffer>
    try {
      // Without a word about the hash, openssl takes SHA-1.
      wrapped = await wrapHere(box, bytes, hash ?? 'SHA-1', session?.wrap)
    } catch {
      return onDone({ command, error: says.cannotWrap, plain: says.cannotWrapPlain })
    }
    if (await onPut(output, wrapped)) onDone({ command, output: says.wrote(output, wrapped.length) })
  }
  const pick = (label: string, member: 'material' | 'publicKey', value: string) => (
    <div className="f">
      <label className="f-label" htmlFor={`${id}-${member}`}>
        {label}
      </label>
      <select
        id={`${id}-${member}`}
        className="field"
        translate="no"
        value={value}
        onChange={(event) => setChosen({ ...chosen, [member]: event.target.value })}
      >
        <option value="">{files.length === 0 ? words.form.noFiles : words.form.chooseFile}</option>
        {files.map((name) => (
          <option key={name} value={name}>
            {visibleText(name)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <LocalFrame {...rest} line={command} canRun={output !== ''} onRun={run}>
      {pick(says.input, 'material', material)}
      {pick(says.publicKey, 'publicKey', publicKey)}
      <div className="f">
        <label className="f-label" htmlFor={`${id}-hash`}>
          {says.hash}
        </label>
        <select
          id={`${id}-hash`}
          className="field"
          translate="no"
          value={hash ?? ''}
          onChange={(event) => setHash((event.target.value || undefined) as WrapHash | undefined)}
        >
          <option value="">{words.form.leaveOut}</option>
          <option>SHA-256</option>
          <option>SHA-1</option>
        </select>
      </div>
      <TextField
        label={says.publicOutput}
        value={output}
        onChange={(value) => setChosen({ ...chosen, output: value })}
      />
    </LocalFrame>
  )
}

function LocalFrame({
  command,
  onPick,
  line,
  before,
  refusal,
  canRun,
  onRun,
  children,
}: Omit<LocalFormProps, 'onDone' | 'onPut'> & {
  line: string
  canRun: boolean
  onRun: () => Promise<void>
  children: React.ReactNode
}) {
  const [running, setRunning] = useState(false)
  const run = async (event: SubmitEvent) => {
    event.preventDefault()
    if (running || !canRun) return
    setRunning(true)
    await onRun().finally(() => setRunning(false))
  }
  return (
    <form
      className="comp"
      onSubmit={(event) => void run(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <div className="comp-fields">
        <OperationPicker value={command} onPick={onPick} />
        {children}
        <p className="b-fine f wide">{says.cost}</p>
      </div>
      <div className="comp-run term">
        <CommandLine command={line} before={before} />
        {refusal !== undefined && (
          <p className="refusal" role="alert">
            <b>{words.log.refused}</b> {refusal}
          </p>
        )}
        <div className="row">
          <button
            type="submit"
            className="btn primary"
            aria-disabled={running || !canRun}
            title={words.form.runKeys}
          >
            {running ? words.form.running : words.form.run}
          </button>
          <CopyButton text={() => line} name={words.form.copyCommand} className="btn on-term" />
          <PutInTerminal command={line} />
        </div>
      </div>
    </form>
  )
}

function TextField({
  label,
  value,
  onChange,
  numeric = false,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  numeric?: boolean
}) {
  const id = useId()
  return (
    <div className="f">
      <label className="f-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        inputMode={numeric ? 'numeric' : undefined}
        translate="no"
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
