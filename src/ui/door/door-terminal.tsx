import { useEffect, useRef } from 'react'
import { useMediaQuery } from '../use-media-query.ts'
import { clockTime } from '../when.ts'
import { says } from './door-words.ts'
import type { DoorActions, DoorState, Phase } from './use-door.ts'

const decryptLine = (file: string) =>
  `aws kms decrypt --ciphertext-blob fileb://${file} \\\n    --query Plaintext --output text | base64 -d`
const RUNS: readonly Phase[] = ['opening', 'read', 'again', 'read-again', 'restore']

/** What was run and answered, and the command that waits for Enter. */
export function DoorTerminal({
  state,
  actions,
  travelling,
}: {
  state: DoorState
  actions: DoorActions
  travelling: boolean
}) {
  const { phase, facts, plaintext, refused, imported } = state
  const prompt = useRef<HTMLButtonElement>(null)
  const touch = useMediaQuery('(max-width: 700px)')
  const file = facts?.fileName ?? 'visit-7.enc'
  const staged = RUNS.includes(phase) && !travelling
  const wasRead = plaintext !== undefined
  const restored = phase === 'read-again' || phase === 'done'

  useEffect(() => {
    if (phase === 'again' && travelling) return
    if (phase === 'again' || phase === 'read-again') prompt.current?.focus({ preventScroll: true })
  }, [phase, travelling])

  // Enter runs the staged command wherever the focus rests, unless something else takes the key.
  useEffect(() => {
    function down(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.defaultPrevented || event.target !== document.body) return
      event.preventDefault()
      void actions.run()
    }
    addEventListener('keydown', down)
    return () => removeEventListener('keydown', down)
  }, [actions])

  const line =
    phase === 'restore'
      ? restoreLines(facts?.materialName ?? 'material.bin', facts ? validTo(facts.endAgain) : '')
      : decryptLine(file)
  const runs = phase === 'restore' ? says.runBoth : says.run
  return (
    <>
      <div className="term" role="region" aria-label={says.terminal} translate="no">
        <div className="e first">
          <span className="c">ls</span>
          <span className="o">{facts ? `${facts.materialName}  ${facts.fileName}` : ' '}</span>
        </div>
        <div className="e first">
          <span className="c">{`aws kms describe-key --key-id ${facts?.alias ?? 'alias/visits'} \\\n    --query 'KeyMetadata.[KeyState,Origin,ValidTo]' --output text`}</span>
          <span className="o">
            {facts ? (
              <>
                {`${facts.firstState}\tEXTERNAL\t`}
                <span className="t">{iso(facts.end)}</span>
              </>
            ) : (
              ' '
            )}
          </span>
        </div>
        {wasRead && (
          <div className={`e ${phase === 'predict' || phase === 'jump' ? '' : 'older'}`}>
            <span className="c">{decryptLine(file)}</span>
            <span className="o s">{plaintext}</span>
          </div>
        )}
        {facts && facts.now > facts.end && !travelling && (
          <div className={`clock ${restored ? 'older' : ''}`}>
            {says.clockLine(clockTime(facts.now), clockTime(facts.end))}
          </div>
        )}
        {refused && (
          <div className={`e ${restored ? 'older' : 'hot'}`}>
            <span className="c">{decryptLine(file)}</span>
            <span className="o err">{`\nAn error occurred (${refused.code}) when calling the Decrypt operation: ${refused.message}`}</span>
          </div>
        )}
        {restored && facts && (
          <div className="e older">
            <span className="c">{withGhost(restoreLines(facts.materialName, validTo(facts.endAgain)))}</span>
            {imported && <span className="o">{JSON.stringify(imported, null, 4)}</span>}
          </div>
        )}
        {phase === 'done' && (
          <div className="e">
            <span className="c">{decryptLine(file)}</span>
            <span className="o s">{plaintext}</span>
          </div>
        )}
        {phase === 'opening' && state.busy && <p className="e d">{says.opening}</p>}
        {staged && (
          <button
            ref={prompt}
            type="button"
            className="e staged"
            aria-label={`${runs}: ${line}`}
            disabled={state.busy}
            onClick={actions.run}
          >
            <span className="c">
              {withGhost(line)}
              <span className="cur" />
            </span>
          </button>
        )}
      </div>
      {touch && staged && phase !== 'restore' && (
        <div className="runrow">
          <button type="button" className="btn primary" disabled={state.busy} onClick={actions.run}>
            {state.busy ? says.running : runs}
          </button>
        </div>
      )}
    </>
  )
}

const iso = (at: number) => new Date(at).toISOString().replace('.000Z', '+00:00')
const validTo = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')

const restoreLines = (material: string, until: string) =>
  `./wrap.sh ${material} wrapped.bin   ${says.wrapComment}\naws kms import-key-material --key-id $KEY --import-token fileb://token.bin \\\n    --encrypted-key-material fileb://wrapped.bin --valid-to ${until}`

function withGhost(line: string) {
  const at = line.indexOf(says.wrapComment)
  if (at < 0) return line
  return (
    <>
      {line.slice(0, at)}
      <span className="ghost">{says.wrapComment}</span>
      {line.slice(at + says.wrapComment.length)}
    </>
  )
}
