import { useId } from 'react'
import { readmeTxt } from '../../course/commands/readme-txt.ts'
import { FILES, type FileRow } from '../../lab/rows.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { isOneOf, useHalfTyped } from '../half-typed.ts'
import { useLabState, useRow, useWorld } from '../lab-context.tsx'
import { fullDate } from '../when.ts'
import { download } from '../download.ts'
import { type IssuedParameters } from './issued-parameters.ts'
import { words } from './words.ts'
import { Outcome, useCall } from './transfer-call.tsx'
import { ALGORITHMS, PUBLIC_KEY, TOKEN } from './transfer-names.ts'

const says = words.transfer

const SPECS = ['RSA_2048', 'RSA_3072', 'RSA_4096'] as const
type Spec = (typeof SPECS)[number]

/** Step 1: public key and token, as two files or one zip. */
export function Parameters({
  keyId,
  name,
  issued,
}: {
  keyId: string
  name: string
  issued: IssuedParameters | undefined
}) {
  const busy = useLabState((state) => state.busy)
  const world = useWorld()
  const [spec, setSpec] = useHalfTyped<Spec>(world, 'transfer, spec', 'RSA_4096', isOneOf(SPECS))
  const [algorithm, setAlgorithm] = useHalfTyped<string>(
    world,
    'transfer, algorithm',
    ALGORITHMS[0],
    isOneOf<string>(ALGORITHMS),
  )
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
