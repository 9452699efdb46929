import { Chip, Envelope } from '../glyphs/chip.tsx'
import { Glyph, type GlyphName } from '../glyphs/glyph.tsx'
import { words } from '../words.ts'
import type { SceneFile } from './scene-model.ts'

const glyphs: Record<SceneFile['kind'], GlyphName> = {
  material: 'material',
  wrapped: 'wrapped',
  'public-key': 'wrapping-public',
  'private-key': 'wrapping-private',
  token: 'token',
  ciphertext: 'ciphertext',
  text: 'plaintext',
  binary: 'plaintext',
  empty: 'plaintext',
}

const says = words.scene

function caption({ kind, size, copyOf }: SceneFile, keyName: string | undefined): string {
  if (copyOf) return says.copyOf(says.bytes(size), copyOf.join(', '))
  if (kind === 'ciphertext' && keyName) return says.closedWith(keyName)
  return says.kinds[kind](says.bytes(size))
}

interface FileProps {
  file: SceneFile
  /** For a ciphertext: the key that closed it */
  keyName: string | undefined
}

/** A file on the learner's side, large: the one the newest call used. */
export function FileStage({ file, keyName }: FileProps) {
  return (
    <div className="w-node" data-file={file.name}>
      <div className="w-art">
        {file.kind === 'material' && <Chip teeth={file.teeth} text={file.fingerprint} />}
        {file.kind === 'wrapped' && <Envelope />}
        {file.kind !== 'material' && file.kind !== 'wrapped' && <Glyph name={glyphs[file.kind]} size={44} />}
      </div>
      <FileText file={file} keyName={keyName} />
    </div>
  )
}

/** One line for the others. */
export function FileLine({ file, keyName }: FileProps) {
  return (
    <div className="w-line" data-file={file.name}>
      {file.kind === 'material' ? (
        <Chip teeth={file.teeth} width={24} height={20} />
      ) : (
        <Glyph name={glyphs[file.kind]} size={24} />
      )}
      <FileText file={file} keyName={keyName} />
    </div>
  )
}

function FileText({ file, keyName }: FileProps) {
  return (
    <p className="w-text">
      <span className="name" translate="no">
        {file.name}
      </span>
      <span className="sub">{caption(file, keyName)}</span>
    </p>
  )
}
