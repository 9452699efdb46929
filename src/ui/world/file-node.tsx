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

const caption = ({ kind, size }: SceneFile) => `${words.scene.bytes(size)}, ${words.scene.kinds[kind]}`

/** A file on the learner's side, large: the one the newest call used. */
export function FileStage({ file }: { file: SceneFile }) {
  return (
    <div className="w-node" data-file={file.name}>
      <div className="w-art">
        {file.kind === 'material' && <Chip teeth={file.teeth} text={file.fingerprint} />}
        {file.kind === 'wrapped' && <Envelope />}
        {file.kind !== 'material' && file.kind !== 'wrapped' && <Glyph name={glyphs[file.kind]} size={44} />}
      </div>
      <FileText file={file} />
    </div>
  )
}

/** One line for the others. */
export function FileLine({ file }: { file: SceneFile }) {
  return (
    <div className="w-line" data-file={file.name}>
      {file.kind === 'material' ? <Chip teeth={file.teeth} width={26} height={22} /> : <Glyph name={glyphs[file.kind]} size={26} />}
      <FileText file={file} />
    </div>
  )
}

function FileText({ file }: { file: SceneFile }) {
  return (
    <p className="w-text">
      <span className="name" translate="no">{file.name}</span>
      <span className="sub">{caption(file)}</span>
    </p>
  )
}
