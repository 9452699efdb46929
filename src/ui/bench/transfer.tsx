import { useId, useMemo, useState } from 'react'
import { commandSheet, type Blank, type System } from '../../course/commands/command-sheet.ts'
import { readmeTxt } from '../../course/commands/readme-txt.ts'
import { keyState } from '../../kms/key.ts'
import { LabRefusal } from '../../lab/refusal.ts'
import type { CallEntry, CallRequest, Receipt } from '../../lab/lab.ts'
import { ANSWERS, FILES, TRANSFERS, type AnswerRow, type FileRow, type TransferRow } from '../../lab/rows.ts'
import { answerKey } from '../../lab/view.ts'
import { commandOf } from '../../lab/kms-call.ts'
import { days } from '../../world/clock.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { stateWord } from '../key-look.ts'
import { asOf, useLab, useLabDefinition, useLabState, useRevision, useRow, useRows } from '../lab-context.tsx'
import { clockTime, fullDate } from '../when.ts'
import { allKeys, namer } from '../world/scene-model.ts'
import { openEvent } from '../workspace/frame.ts'
import { CommandLine } from './command-line.tsx'
import { CopyButton } from './copy-button.tsx'
import { download } from './download.ts'
import { DropZone } from './drop-zone.tsx'
import { explainError } from './explain-error.ts'
import { issuedParameters, type IssuedParameters } from './issued-parameters.ts'
import { likelySystem } from './likely-system.ts'
import { TabList } from './tab-list.tsx'
import { fieldText, parseInstant } from './utc.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.transfer
const PUBLIC_KEY = 'WrappingPublicKey.bin'
const TOKEN = 'ImportToken.bin'

/** The learner's own computer: what goes there, what comes back, and the import of it. */
export function Transfer() {
  const lab = useLab()
  const revision = useRevision()
  const keys = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const name = namer(tables)
    return allKeys(tables)
      .filter(({ origin }) => origin === 'EXTERNAL')
      .map((key) => ({ key, name: name(key) }))
  }, [lab, revision])
  const [picked, setPicked] = useState<string>()
  const waiting = keys.find(({ key }) => keyState(key) === 'PendingImport') ?? keys[0]
  const current = keys.find(({ key }) => key.id === picked) ?? waiting
  const issued = useMemo(
    () => current && issuedParameters(asOf(lab, revision).trail(), current.key.arn),
    [lab, current, revision],
  )
  const id = useId()
  if (!current) return <p className="b-note">{says.noKey}</p>
  return (
    <div className="transfer">
      {keys.length > 1 && (
        <div className="t-key">
          <label htmlFor={id}>{says.key}</label>
          <select
            id={id}
            className="field"
            value={current.key.id}
            onChange={(event) => setPicked(event.target.value)}
          >
            {keys.map(({ key, name }) => (
              <option key={key.id} value={key.id}>
                {name}, {stateWord(keyState(key))}
              </option>
            ))}
          </select>
        </div>
      )}
      <Parameters keyId={current.key.id} name={current.name} issued={issued} />
      <OwnLines algorithm={issued?.algorithm ?? ALGORITHMS[0]} />
      <HandOver />
      <ImportIt keyId={current.key.id} name={current.name} />
    </div>
  )
}

/** Runs a call and keeps what became of it, for the part of the page that asked. */
function useCall() {
  const lab = useLab()
  const [entry, setEntry] = useState<CallEntry>()
  const [refusal, setRefusal] = useState<string>()
  const call = async (request: CallRequest) => {
    setRefusal(undefined)
    try {
      setEntry(await lab.call(request))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }
  return { call, entry, refusal }
}

function Outcome({
  entry,
  refusal,
  done,
}: {
  entry: CallEntry | undefined
  refusal: string | undefined
  done: string
}) {
  const coach = useLabState((state) => state.coach)
  if (refusal !== undefined)
    return (
      <p className="t-out bad" role="alert">
        <b>{words.log.refused}</b> {refusal}
      </p>
    )
  if (!entry) return null
  const event = entry.eventNumber
  const link = event !== undefined && (
    <button type="button" className="ev" onClick={() => openEvent(event)}>
      {words.log.event(event)}
    </button>
  )
  if (!entry.error)
    return (
      <p className="t-out ok" role="status">
        <Icon name="tick" size={14} /> {done} {link}
      </p>
    )
  const plain =
    coach && coach.eventNumber === event
      ? coach.says
      : explainError(entry.error.code, entry.request.operation)
  return (
    <div className="t-out bad" role="alert">
      <p>
        <code translate="no">
          {words.log.error(entry.error.code, entry.request.operation)} {visibleText(entry.error.message)}
        </code>
      </p>
      {plain !== undefined && (
        <p>
          {<InlineCode text={plain} />} {link}
        </p>
      )}
      {plain === undefined && link}
    </div>
  )
}

const SPECS = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const
const ALGORITHMS = [
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
] as const

function Parameters({
  keyId,
  name,
  issued,
}: {
  keyId: string
  name: string
  issued: IssuedParameters | undefined
}) {
  const busy = useLabState((state) => state.busy)
  const [spec, setSpec] = useState<(typeof SPECS)[number]>('RSA_4096')
  const [algorithm, setAlgorithm] = useState<string>(ALGORITHMS[0])
  const { call, entry, refusal } = useCall()
  const publicKey = useRow<FileRow>(FILES, PUBLIC_KEY)
  const token = useRow<FileRow>(FILES, TOKEN)
  const id = useId()
  const has = publicKey && token && issued
  const zip = async () => {
    if (!has) return
    const { zipParameters } = await import('./zip-parameters.ts')
    download(
      says.zipName(name),
      zipParameters({ [PUBLIC_KEY]: publicKey.bytes, [TOKEN]: token.bytes }, readmeTxt(issued)),
    )
  }
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">1</span> {says.parameters.title}
      </h2>
      <div className="t-row">
        <fieldset className="seg">
          <legend className="vh">{says.parameters.spec}</legend>
          {SPECS.map((each) => (
            <label key={each} className={spec === each ? 'on' : undefined}>
              <input
                type="radio"
                className="vh"
                name={`${id}-spec`}
                checked={spec === each}
                onChange={() => setSpec(each)}
              />
              <span translate="no">{each}</span>
            </label>
          ))}
        </fieldset>
        <label className="t-grow">
          <span className="vh">{says.parameters.algorithm}</span>
          <select
            className="field"
            translate="no"
            value={algorithm}
            onChange={(event) => setAlgorithm(event.target.value)}
          >
            {ALGORITHMS.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={`btn ${has ? '' : 'primary'}`}
          aria-disabled={busy !== undefined}
          onClick={() =>
            busy === undefined &&
            void call({
              operation: 'GetParametersForImport',
              input: { KeyId: keyId, WrappingAlgorithm: algorithm, WrappingKeySpec: spec },
              keep: { PublicKey: PUBLIC_KEY, ImportToken: TOKEN },
            })
          }
        >
          {busy === undefined ? says.parameters.get : busy}
        </button>
      </div>
      <Outcome entry={entry} refusal={refusal} done={says.parameters.got} />
      {has && (
        <div className="t-row files-out">
          <span className="b-fine">{says.parameters.holds(fullDate(issued.validTo))}</span>
          <button type="button" className="btn small" onClick={() => void zip()}>
            {says.parameters.zip}
          </button>
          <button
            type="button"
            className="btn small quiet"
            onClick={() => download(PUBLIC_KEY, publicKey.bytes)}
          >
            <Glyph name="wrapping-public" /> {PUBLIC_KEY}, {words.bytes.size(publicKey.bytes.length)}
          </button>
          <button type="button" className="btn small quiet" onClick={() => download(TOKEN, token.bytes)}>
            <Glyph name="token" /> {TOKEN}, {words.bytes.size(token.bytes.length)}
          </button>
        </div>
      )}
    </section>
  )
}

const SYSTEMS: readonly System[] = ['linux', 'macos', 'windows']

/** Lines to type on the learner's own computer. A blank fills itself once its question is answered right. */
function OwnLines({ algorithm }: { algorithm: (typeof ALGORITHMS)[number] }) {
  const lab = useLab()
  const definition = useLabDefinition()
  useRevision()
  const [system, setSystem] = useState(() => likelySystem(navigator.userAgent))
  const id = useId()
  const questions = definition?.steps.flatMap((step) => step.questions ?? []) ?? []
  const blanks = (['padding-mode', 'oaep-md', 'mgf1-md'] satisfies Blank[]).filter((blank) => {
    const question = questions.find((each) => each.id === blank)
    const answer = definition && lab.tables.get<AnswerRow>(ANSWERS, answerKey(definition.id, blank))?.value
    return question !== undefined && question.options.find(({ correct }) => correct)?.id !== answer
  })
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">2</span> {says.lines.title}
      </h2>
      <div className="term t-lines">
        <TabList
          label={says.lines.systems}
          open={system}
          onOpen={setSystem}
          items={SYSTEMS.map((each) => {
            const { title, notes, lines } = commandSheet({ system: each, algorithm, blanks })
            return {
              id: each,
              title,
              panel: (
                <>
                  <ol>
                    {lines.map(({ id: line, does, line: command, prints }) => (
                      <li key={line}>
                        <p className="d">
                          # {does}
                          {prints !== undefined && ` ${says.lines.prints(prints)}`}
                        </p>
                        <pre translate="no" tabIndex={0} role="group" aria-label={does}>
                          {command.split('____').map((part, i) => (
                            <span key={part}>
                              {i > 0 && (
                                <span className="blank">
                                  <span className="vh">{says.lines.blank}</span>
                                </span>
                              )}
                              {part}
                            </span>
                          ))}
                        </pre>
                        <CopyButton
                          text={() => command}
                          name={`${words.form.copy}: ${does}`}
                          className="act"
                        />
                      </li>
                    ))}
                  </ol>
                  <ul className="t-note">
                    {notes.map((note) => (
                      <li key={note}>
                        <InlineCode text={note} />
                      </li>
                    ))}
                  </ul>
                </>
              ),
            }
          })}
        />
      </div>
      {blanks.length > 0 && <p className="b-fine">{says.lines.blanks(blanks.length)}</p>}
    </section>
  )
}

function HandOver() {
  const lab = useLab()
  const rows = useRows<TransferRow>(TRANSFERS)
  const [receipt, setReceipt] = useState<Receipt>()
  const [refusal, setRefusal] = useState<string>()
  const id = useId()
  const receive = async (files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) => {
    setReceipt(undefined)
    setRefusal(undefined)
    try {
      for (const { name, bytes } of files) setReceipt(await lab.receive(name, bytes))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">3</span> {says.hand.title}
      </h2>
      <DropZone
        label={says.hand.choose}
        note={says.hand.drop}
        multiple={false}
        onFiles={(files) => void receive(files)}
      />
      {refusal !== undefined && (
        <p className="stop" role="alert">
          <Glyph name="status-bad" /> {refusal}
        </p>
      )}
      {receipt?.verdict === 'refused' && (
        <div className={receipt.stop ? 'stop' : 'stop mild'} role="alert">
          <p>
            <Glyph name={receipt.stop ? 'status-bad' : 'status-warn'} /> <b>{receipt.title}</b>
          </p>
          <p>
            <InlineCode text={receipt.says} />
          </p>
        </div>
      )}
      {receipt?.verdict === 'accepted' && (
        <p className="t-out ok" role="status">
          <Icon name="tick" size={14} /> {says.hand.accepted(visibleText(receipt.name), receipt.size)}
        </p>
      )}
      {rows.length > 0 && (
        <table className="data t-list">
          <caption>{says.hand.list}</caption>
          <thead>
            <tr>
              <th scope="col">{says.hand.name}</th>
              <th scope="col" className="r">
                {says.hand.size}
              </th>
              <th scope="col">{says.hand.verdict}</th>
              <th scope="col">{says.hand.at}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, row]) => (
              <tr key={key}>
                <td className="mono" translate="no">
                  {visibleText(row.name)}
                </td>
                <td className="num r">{words.bytes.size(row.size)}</td>
                <td className={row.verdict === 'accepted' ? 'ok' : 'bad'}>
                  <Icon name={row.verdict === 'accepted' ? 'tick' : 'cross'} size={12} />{' '}
                  {says.hand.verdicts[row.verdict]}
                </td>
                <td className="num">{clockTime(row.at)} UTC</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="b-fine">{says.hand.stays}</p>
    </section>
  )
}

function ImportIt({ keyId, name }: { keyId: string; name: string }) {
  const transfers = useRows<TransferRow>(TRANSFERS)
  const files = useRows<FileRow>(FILES)
  const token = useRow<FileRow>(FILES, TOKEN)
  const now = useLabState((state) => state.now)
  const busy = useLabState((state) => state.busy)
  const [model, setModel] = useState<'KEY_MATERIAL_DOES_NOT_EXPIRE' | 'KEY_MATERIAL_EXPIRES' | ''>('')
  const [ends, setEnds] = useState<string>()
  const { call, entry, refusal } = useCall()
  const id = useId()
  const names = new Set(files.map(([file]) => file))
  const staged = transfers
    .map(([, row]) => row)
    .findLast((row) => row.verdict === 'accepted' && names.has(row.name))
  const endsText = ends ?? fieldText(now + days(30))
  const at = parseInstant(endsText)
  const input: CallRequest['input'] = {
    KeyId: keyId,
    ...(token ? { ImportToken: { file: TOKEN } } : {}),
    ...(staged ? { EncryptedKeyMaterial: { file: staged.name } } : {}),
    ...(model === '' ? {} : { ExpirationModel: model }),
    ...(model === 'KEY_MATERIAL_EXPIRES' && at !== undefined ? { ValidTo: at / 1000 } : {}),
  }
  const command = commandOf({ operation: 'ImportKeyMaterial', input })
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">4</span> {says.import.title(name)}
      </h2>
      {!staged && <p className="b-note">{says.import.nothing}</p>}
      <fieldset className="t-ends">
        <legend className="f-label">{says.import.ends}</legend>
        {(['KEY_MATERIAL_DOES_NOT_EXPIRE', 'KEY_MATERIAL_EXPIRES', ''] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`${id}-model`}
              checked={model === each}
              onChange={() => setModel(each)}
            />{' '}
            {says.import.models[each]}
            {each !== '' && (
              <span className="aws" translate="no">
                {' '}
                {each}
              </span>
            )}
          </label>
        ))}
        {model === 'KEY_MATERIAL_EXPIRES' && (
          <span className="f-row">
            <input
              className="field"
              type="datetime-local"
              aria-label={says.import.date}
              aria-invalid={at === undefined || undefined}
              value={endsText}
              onChange={(event) => setEnds(event.target.value)}
            />{' '}
            UTC
          </span>
        )}
      </fieldset>
      <div className="term t-lines">
        <CommandLine command={command} />
      </div>
      <div className="row">
        <button
          type="button"
          className={`btn ${staged ? 'primary' : ''}`}
          aria-disabled={busy !== undefined}
          onClick={() => busy === undefined && void call({ operation: 'ImportKeyMaterial', input })}
        >
          {says.import.run}
        </button>
        <CopyButton text={() => command} name={words.form.copyCommand} className="btn quiet" />
      </div>
      <Outcome entry={entry} refusal={refusal} done={says.import.done(name)} />
    </section>
  )
}
