import { useEffect, useId, useRef, type ReactNode } from 'react'
import { secretBytesAt } from '../../course/flow/custody.ts'
import type { Frame, Place } from '../../course/flow/flow-definition.ts'
import { explainRefusal } from '../../course/flow/explain-refusal.ts'
import { gatesOf } from '../../course/flow/gates.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { hexRows } from '../bench/hex-rows.ts'
import { fileLook } from '../world/file-kind.ts'
import { DerTree } from './der-tree.tsx'
import type { Inspected } from './inspected.ts'
import { BlobGrid, gridHeight } from './stations/blob-grid.tsx'
import { words } from './words.ts'

/** What lies behind a thing on the stage: its bytes, its parts, or what was answered. Escape closes it. */
export default function Inspector({
  what,
  frame,
  onClose,
}: {
  what: Inspected
  frame: Frame
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const [title, body] = contents[what](frame)
  return (
    <dialog ref={dialog} className="flow-dialog" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn small" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      <div className="body">{body}</div>
    </dialog>
  )
}

type Content = (frame: Frame) => readonly [title: string, body: ReactNode]

const contents: Readonly<Record<Inspected, Content>> = {
  request: ({ facts, inputs }) => [
    'The request',
    <Json
      key="json"
      value={{
        KeyId: facts.key?.arn,
        WrappingAlgorithm: inputs.hash === 'SHA-1' ? 'RSAES_OAEP_SHA_1' : 'RSAES_OAEP_SHA_256',
        WrappingKeySpec: inputs.spec,
      }}
    />,
  ],
  'public-key': ({ facts: { set } }) => [
    'PublicKey.bin, part by part',
    set && (
      <>
        <p>
          {set.publicKey.length} bytes of DER: which algorithm, and two numbers. Modulus and exponent are all
          that is needed to close a box.
        </p>
        <DerTree bytes={set.publicKey} />
        <HexDump bytes={set.publicKey} />
      </>
    ),
  ],
  token: ({ facts: { set, letter }, inputs, beat }) => {
    const foreign = inputs.sending === 'swap-token' && beat >= 6
    const bytes = (foreign ? letter?.token : undefined) ?? set?.token
    return [
      'Import token, simulated',
      bytes && set && (
        <>
          <p>
            {foreign ? 'This one was made for key B. ' : ''}
            The real token is opaque. This one is ours, {bytes.length} bytes, sealed so that only the
            simulated service reads it. It ties one public key to one KMS key, until{' '}
            {new Date(set.validTo).toISOString()}.
          </p>
          <HexDump bytes={bytes} rows={12} />
        </>
      ),
    ]
  },
  material: ({ facts: { working, original }, beat }) => {
    const place: Place = beat === 5 ? 'disk' : 'hsm'
    const bytes = beat <= 5 ? (working ?? original) : original
    return [
      'The material, in the clear',
      bytes && (
        <>
          <p>
            {bytes.length} bytes at {words.places[place].name}. SHA-256 begins with{' '}
            {fileLook(bytes).fingerprint}. They may be seen here, and never on the wire.
          </p>
          <HexDump bytes={secretBytesAt(place, bytes)} secret />
        </>
      ),
    ]
  },
  wrapped: ({ facts: { closed } }) => [
    'wrapped.bin, the closed box',
    closed && (
      <>
        <p>
          {closed.blob.length} bytes, as long as the modulus, for any content that fits. The same bytes were
          closed a second time below: nothing is alike, because OAEP adds fresh random bytes.
        </p>
        <Grid bytes={closed.blob} label="The box that is sent" />
        <Grid bytes={closed.second} label="The same material, closed again" />
        <HexDump bytes={closed.blob} rows={12} />
      </>
    ),
  ],
  gates: (frame) => [
    'The three answers',
    <div key="gates">
      <ul className="flow-tree">
        {gatesOf(frame.facts.answer).map(({ id, title, asks, is }) => (
          <li key={id}>
            <b>{title}</b>: {asks} {is.replace('-', ' ')}
          </li>
        ))}
      </ul>
      <p className="beat-note">
        The order of the gates is a teaching model: AWS does not publish the order of these checks, nor the
        exception for a wrong length.
      </p>
      {frame.facts.answer?.error && <p>{explainRefusal(frame)}</p>}
      <Json value={frame.facts.answer?.error ?? frame.facts.answer?.output} />
    </div>,
  ],
  log: ({ facts: { answer, ended, trail }, beat }) => {
    const record = beat === 10 && ended ? trail[ended.event - 1] : answer?.record
    return [`Audit record: ${record?.eventName ?? ''}`, <Json key="json" value={record} />]
  },
}

function Json({ value }: { value: unknown }) {
  return (
    <pre className="flow-bytes" tabIndex={0} translate="no">
      {JSON.stringify(value, null, 2)}
    </pre>
  )
}

function HexDump({ bytes, rows, secret = false }: { bytes: Bytes; rows?: number; secret?: boolean }) {
  const shown = hexRows(bytes, 0, rows)
  return (
    <pre className="flow-bytes" tabIndex={0} translate="no" aria-label={`Bytes, ${bytes.length}`}>
      {shown.map(({ offset, groups, ascii }) => (
        <span key={offset}>
          <span className="at">{offset} </span>
          <span className={secret ? 'secret' : undefined}>{groups.join(' ').padEnd(40)}</span>
          <span className="at"> {ascii}</span>
          {'\n'}
        </span>
      ))}
      {shown.length * 16 < bytes.length && (
        <span className="at">… {bytes.length - shown.length * 16} more</span>
      )}
    </pre>
  )
}

function Grid({ bytes, label }: { bytes: Bytes; label: string }) {
  return (
    <figure>
      <svg
        className="scene"
        viewBox={`-2 -2 292 ${gridHeight(bytes) + 4}`}
        width="292"
        role="img"
        aria-label={label}
      >
        <BlobGrid bytes={bytes} />
      </svg>
      <figcaption className="flow-small">{label}</figcaption>
    </figure>
  )
}
