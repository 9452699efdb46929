import { useId, useMemo, useState } from 'react'
import { encodeHex } from '../../bytes/hex.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { FILES, type FileRow } from '../../lab/rows.ts'
import { fingerprint } from '../../lab/fingerprint.ts'
import { LabRefusal } from '../../lab/refusal.ts'
import { announce } from '../announce.tsx'
import { Glyph, type GlyphName } from '../glyphs/glyph.tsx'
import { useLab, useRows } from '../lab-context.tsx'
import { fileLook, type FileKind } from '../world/file-kind.ts'
import { BytesView } from './bytes-view.tsx'
import { CopyButton } from './copy-button.tsx'
import { download } from '../download.ts'
import { DropZone } from './drop-zone.tsx'
import { looksLike } from './looks-like.ts'
import { visibleText } from './visible-text.ts'
import { words } from './words.ts'

const says = words.files

/** The learner's files: bytes on their side of the boundary. */
export function Files() {
  const lab = useLab()
  const rows = useRows<FileRow>(FILES)
  const [open, setOpen] = useState<string>()
  const [refusal, setRefusal] = useState<string>()

  async function bring(files: readonly { name: string; bytes: Bytes }[]) {
    setRefusal(undefined)
    try {
      for (const { name, bytes } of files) await lab.putFile(name, bytes)
      announce(says.brought(files.map(({ name }) => visibleText(name)).join(', ')))
    } catch (error) {
      if (!(error instanceof LabRefusal)) throw error
      setRefusal(error.message)
    }
  }

  async function remove(name: string) {
    await lab.removeFile(name)
    setOpen(undefined)
    announce(says.removed(visibleText(name)))
  }

  return (
    <div className="files">
      {rows.length === 0 ? (
        <p className="b-note">{says.empty}</p>
      ) : (
        <table className="data files-table">
          <caption className="vh">{says.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{says.name}</th>
              <th scope="col" className="r">
                {says.size}
              </th>
              <th scope="col">{says.digest}</th>
              <th scope="col">{says.looks}</th>
            </tr>
          </thead>
          {rows.map(([name, { bytes }]) => (
            <FileEntry
              key={name}
              name={name}
              bytes={bytes}
              open={open === name}
              onOpen={() => setOpen(open === name ? undefined : name)}
              onRemove={() => remove(name)}
            />
          ))}
        </table>
      )}
      <DropZone label={says.bring} note={says.drop} onFiles={bring} />
      {refusal !== undefined && (
        <p className="stop" role="alert">
          <Glyph name="status-bad" /> {refusal}
        </p>
      )}
      <p className="b-fine">{says.notReal}</p>
    </div>
  )
}

const GLYPH: Partial<Record<FileKind, GlyphName>> = {
  material: 'material',
  wrapped: 'wrapped',
  'public-key': 'wrapping-public',
  token: 'token',
  ciphertext: 'ciphertext',
  text: 'plaintext',
}

function FileEntry({
  name,
  bytes,
  open,
  onOpen,
  onRemove,
}: {
  name: string
  bytes: Bytes
  open: boolean
  onOpen: () => void
  onRemove: () => void
}) {
  const id = useId()
  const look = useMemo(() => looksLike(bytes), [bytes])
  const { fingerprint: short, kind } = fileLook(bytes)
  const glyph = GLYPH[kind]
  return (
    <tbody className={open ? 'on' : undefined}>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="file-name"
            translate="no"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={onOpen}
          >
            {glyph ? <Glyph name={glyph} /> : <span className="g" />} <span>{visibleText(name)}</span>
          </button>
        </th>
        <td className="num r">{words.bytes.size(bytes.length)}</td>
        <td className="mono" translate="no">
          {short}
        </td>
        <td title={says.likely}>{look}</td>
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={4} className="file-open">
            <Digest bytes={bytes} />
            <BytesView name={visibleText(name)} bytes={bytes} />
            <div className="row">
              <button type="button" className="btn small" onClick={() => download(name, bytes)}>
                {says.download}
              </button>
              <button type="button" className="btn small quiet" onClick={onRemove}>
                {says.remove}
              </button>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** The whole fingerprint, in groups of eight so that two can be compared by eye. */
function Digest({ bytes }: { bytes: Bytes }) {
  const digits = useMemo(() => encodeHex(fingerprint(bytes)), [bytes])
  return (
    <p className="digest">
      <span>{says.fullDigest}</span>
      <code translate="no">
        {digits.match(/.{8}/g)?.map((group, i) => (
          <span key={i}>{group}</span>
        ))}
      </code>
      <CopyButton text={() => digits} label={says.copyDigest} />
    </p>
  )
}
