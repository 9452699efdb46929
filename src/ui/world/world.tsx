import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Lab } from '../../lab/lab.ts'
import { ACCOUNT } from '../../lab/stage.ts'
import { Camel } from '../camel.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { asOf, useLabState, useRevision } from '../lab-context.tsx'
import { words } from '../words.ts'
import { useFrame } from '../workspace/frame.ts'
import { Apps } from './apps.tsx'
import { FileLine, FileStage } from './file-node.tsx'
import { KeyFacts } from './key-facts.tsx'
import { KeyLine, KeyStage } from './key-node.tsx'
import { RelatedKeys } from './related-keys.tsx'
import {
  fullName,
  picked,
  readScene,
  type Crossing,
  type Scene,
  type SceneFile,
  type SceneKey,
} from './scene-model.ts'

const says = words.scene
/** How many files a scene shows before it folds the rest. */
const MANY = 6

/** You on one side, AWS KMS on the other, the seam between them. */
export function World({ lab }: { lab: Lab }) {
  const revision = useRevision()
  const calls = useLabState(({ calls }) => calls)
  const now = useLabState(({ now }) => now)
  const keyArn = useFrame(({ keyArn }) => keyArn)
  const scene = useMemo(() => readScene(asOf(lab, revision), calls), [lab, calls, revision])
  const selected = select(scene, keyArn)
  const crossing =
    scene.crossing && scene.crossing.keyArn === selected?.record.arn ? scene.crossing : undefined
  const stage = stageFile(scene, crossing)

  return (
    <>
      <header className="phead">
        <h2>{words.pane.world}</h2>
        <span className="r" translate="no">
          {says.account(ACCOUNT)}
        </span>
      </header>
      {/* What scrolls has to take the focus. */}
      <div className="w-scroll" tabIndex={0} role="group" aria-label={says.scene}>
        <div className="w-scene">
          <div className="w-side you">
            <p className="w-head">
              <b>{says.you}</b> Fernhill Trials
            </p>
            <div className="w-body">
              <div className="w-stage">
                {stage ? (
                  <FileStage file={stage} keyName={closedWith(stage, scene)} />
                ) : (
                  <p className="w-none">{says.noFiles}</p>
                )}
              </div>
              <Files files={scene.files.filter((file) => file !== stage)} scene={scene} />
            </div>
          </div>
          <div className="w-seam" role="img" aria-label={says.seam} />
          <div className="w-side kms">
            <p className="w-head" translate="no">
              <b>{says.kms}</b> {scene.region}
            </p>
            <div className="w-body">
              <div className="w-stage">
                {crossing && <CrossingArrow key={crossing.number} crossing={crossing} from={stage} />}
                {selected ? <KeyStage sceneKey={selected} now={now} /> : <NoKeys />}
              </div>
              <Keys
                keys={scene.keys.filter((key) => key !== selected)}
                related={selected?.related ?? []}
                now={now}
              />
            </div>
          </div>
        </div>
        <Apps lab={lab} />
        {selected && <KeyFacts sceneKey={selected} now={now} />}
        <p className="w-drawings">
          <Link href="/drawings">{says.drawings}</Link>
        </p>
      </div>
    </>
  )
}

function select({ keys, crossing }: Scene, keyArn: string | undefined): SceneKey | undefined {
  const records = keys.map(({ record }) => record)
  const record = picked(records, keyArn) ?? picked(records, crossing?.keyArn)
  return keys.find((key) => key.record === record) ?? keys[0]
}

/** The file the newest call sent, else the learner's own material, else the newest file. */
function stageFile({ files }: Scene, crossing: Crossing | undefined): SceneFile | undefined {
  return (
    files.find(({ name }) => name === crossing?.file) ??
    files.find(({ kind }) => kind === 'wrapped') ??
    files.find(({ kind }) => kind === 'material') ??
    files.at(-1)
  )
}

function NoKeys() {
  return (
    <div className="w-key">
      <ul className="w-sockets">
        <li>
          <svg className="scene" width="112" height="112" viewBox="0 0 112 112" aria-hidden="true">
            <path
              d="M1 1H111V111H1Z"
              fill="none"
              stroke="var(--line-strong)"
              strokeWidth={1.5}
              strokeDasharray="7 5"
            />
          </svg>
        </li>
      </ul>
      <p className="w-text state">
        <span className="sub">{says.empty}</span>
      </p>
    </div>
  )
}

/** The way of the newest call across the seam; on a phone it runs down. */
function CrossingArrow({ crossing, from }: { crossing: Crossing; from: SceneFile | undefined }) {
  const { operation, error, returns } = crossing
  const carries =
    from?.kind === 'wrapped'
      ? 'wrapped'
      : from?.kind === 'text' || from?.kind === 'binary'
        ? 'plaintext'
        : from?.kind === 'ciphertext'
          ? 'ciphertext'
          : undefined
  return (
    <div
      className={['w-cross', error && 'refused', crossing.file === undefined && 'bare']
        .filter(Boolean)
        .join(' ')}
    >
      <span className="line" />
      <span className="head" />
      {returns && <span className="back" />}
      {carries && !error && (
        <span className="rider">
          <Glyph name={carries} size={22} />
        </span>
      )}
      {error && (
        <span className="mark">
          <Icon name="cross" size={16} />
        </span>
      )}
      <span className="label" translate="no">
        <Camel name={operation} />
      </span>
      <span className="outcome">{error ? says.crossed.refused : ''}</span>
      <span className="vh">
        {error ? `${operation} ${says.crossed.refused}: ${error}` : `${operation} ${says.crossed.ok}`}
      </span>
    </div>
  )
}

/** The name of the key that closed a ciphertext, if it is one of these. */
function closedWith({ keyId }: SceneFile, { keys }: Scene): string | undefined {
  const key = keys.find(({ record }) => record.id === keyId)
  return key && fullName(key)
}

function Files({ files, scene }: { files: readonly SceneFile[]; scene: Scene }) {
  const [all, setAll] = useState(false)
  const shown = all ? files : files.slice(0, MANY)
  if (files.length === 0) return null
  return (
    <ul className="w-rest">
      {shown.map((file) => (
        <li key={file.name}>
          <FileLine file={file} keyName={closedWith(file, scene)} />
        </li>
      ))}
      {files.length > MANY && (
        <li>
          <button type="button" className="btn quiet small" onClick={() => setAll(!all)}>
            {all ? says.fewer : says.more(files.length - MANY)}
          </button>
        </li>
      )}
    </ul>
  )
}

function Keys({
  keys,
  related,
  now,
}: {
  keys: readonly SceneKey[]
  related: SceneKey['related']
  now: number
}) {
  if (keys.length + related.length === 0) return null
  return (
    <div className="w-rest">
      <RelatedKeys keys={related} now={now} />
      {related.length > 0 && keys.length > 0 && <p className="w-over">{says.moreKeys}</p>}
      {keys.length > 0 && (
        <ul aria-label={says.moreKeys}>
          {keys.map((key) => (
            <KeyLine key={key.record.arn} sceneKey={key} now={now} />
          ))}
        </ul>
      )}
    </div>
  )
}
