import { useId } from 'react'
import type { CallRequest } from '../../lab/lab.ts'
import { FILES, TRANSFERS, type FileRow, type TransferRow } from '../../lab/rows.ts'
import { commandOf } from '../../lab/kms-call.ts'
import { days } from '../../world/clock.ts'
import { isOneOf, isText, useHalfTyped } from '../half-typed.ts'
import { useLabState, useRow, useRows, useWorld } from '../lab-context.tsx'
import { CommandLine } from './command-line.tsx'
import { CopyButton } from './copy-button.tsx'
import { fieldText, parseInstant } from './utc.ts'
import { words } from './words.ts'
import { Outcome, useCall } from './transfer-call.tsx'
import { TOKEN } from './transfer-names.ts'

const says = words.transfer

const MODELS = ['KEY_MATERIAL_DOES_NOT_EXPIRE', 'KEY_MATERIAL_EXPIRES', ''] as const
type Model = (typeof MODELS)[number]

/** Step 4: the import of what came in. */
export function ImportIt({ keyId, name }: { keyId: string; name: string }) {
  const transfers = useRows<TransferRow>(TRANSFERS)
  const files = useRows<FileRow>(FILES)
  const token = useRow<FileRow>(FILES, TOKEN)
  const now = useLabState((state) => state.now)
  const busy = useLabState((state) => state.busy)
  const acting = useLabState((state) => state.acting)
  const world = useWorld()
  const [model, setModel] = useHalfTyped<Model>(world, 'transfer, expiration', '', isOneOf(MODELS))
  const [ends, setEnds] = useHalfTyped<string | undefined>(world, 'transfer, end', undefined, isText)
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
  const command = commandOf({ operation: 'ImportKeyMaterial', input, ...acting })
  return (
    <section className="t-part" aria-labelledby={id}>
      <h2 id={id}>
        <span className="k">4</span> {says.import.title(name)}
      </h2>
      {!staged && <p className="b-note">{says.import.nothing}</p>}
      <fieldset className="t-ends">
        <legend className="f-label">{says.import.ends}</legend>
        {MODELS.map((each) => (
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
