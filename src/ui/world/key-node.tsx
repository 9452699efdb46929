import { Vault } from '../glyphs/chip.tsx'
import { Glyph } from '../glyphs/glyph.tsx'
import { Socket } from '../glyphs/socket.tsx'
import { isImported, keyGlyph, shortId, socketsOf, stateWord } from '../key-look.ts'
import { keyState } from '../../kms/key.ts'
import type { Instant } from '../../world/clock.ts'
import { shortDate, span } from '../when.ts'
import { words } from '../words.ts'
import { selectKey } from '../workspace/frame.ts'
import { fullName, type SceneKey } from './scene-model.ts'

const says = words.scene

function custodyWord({ origin, materials }: SceneKey['record']): string {
  switch (origin) {
    case 'EXTERNAL':
      return materials.length === 0 ? says.takesYours : says.broughtByYou
    case 'AWS_CLOUDHSM':
      return says.inCluster
    case 'EXTERNAL_KEY_STORE':
      return says.inManager
    default:
      return says.madeByKms
  }
}

/** So many sockets are drawn; the rest is told. */
const SHOWN = 4

/** The selected key, large: one socket per material, its state and what it waits for. */
export function KeyStage({ sceneKey, now }: { sceneKey: SceneKey; now: Instant }) {
  const { record, name, kept } = sceneKey
  const sockets = socketsOf(record, now)
  const state = keyState(record)
  const many = sockets.length > 1
  const size = many ? 72 : 112
  return (
    <div className="w-key" data-state={state}>
      <ul className={many ? 'w-sockets many' : 'w-sockets'}>
        {sockets.slice(0, SHOWN).map(({ look, material }) => (
          <li key={material?.id ?? 'never'}>
            <Socket
              look={look}
              size={size}
              {...(look.fill === 'never' ? { name, note: says.neverFilled } : {})}
            />
            {material && (
              <p className="w-text">
                {many && <span className="name strong">{says.materialStates[material.state]}</span>}
                {!material.token && <span className="sub bad">{says.waitsFor(shortId(material.id))}</span>}
                {many && material.token && (
                  <span className="sub ink2">{says.materialDoes[material.state]}</span>
                )}
                {material.validTo !== undefined && material.token && (
                  <span className="sub time">{says.expiresAt(shortDate(material.validTo, now))}</span>
                )}
                {isImported(record) && !kept.has(material.id) && (
                  <span className="sub vault">
                    <Vault empty size={20} />
                    {says.noCopy}
                  </span>
                )}
                {isImported(record) && kept.has(material.id) && (
                  <span className="sub vault">
                    <Glyph name="vault" size={20} />
                    {says.copyKept}
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {sockets.length > SHOWN && (
        <p className="w-text">
          <span className="sub ink2">{says.moreMaterials(sockets.length - SHOWN)}</span>
        </p>
      )}
      <p className="w-text state">
        <span className="name strong" translate="no">
          {fullName(sceneKey)}
        </span>
        {sceneKey.aliases
          .filter((alias) => alias.name !== fullName(sceneKey))
          .map((alias) => (
            <span key={alias.name} className="sub" translate="no">
              {alias.name}
            </span>
          ))}
        <span className="word">
          <Glyph name={keyGlyph(record, now)} /> {stateWord(state)}
        </span>
        <span className="sub">{custodyWord(record)}</span>
        {record.deletionDate !== undefined && (
          <span className="sub time">
            {says.deletedAt(shortDate(record.deletionDate, now))}, {span(record.deletionDate - now)}
          </span>
        )}
      </p>
    </div>
  )
}

/** Another key, as a button that selects it. */
export function KeyLine({ sceneKey, now }: { sceneKey: SceneKey; now: Instant }) {
  const { record, name } = sceneKey
  const first = socketsOf(record, now)[0]
  return (
    <li>
      <button
        type="button"
        className="w-line"
        onClick={() => selectKey(record.arn)}
        aria-label={`${says.select(name)}, ${stateWord(keyState(record))}`}
      >
        {first && <Socket look={{ ...first.look, text: undefined }} size={38} />}
        <span className="w-text">
          <span className="name" translate="no">
            {fullName(sceneKey)}
          </span>
          <span className="sub">
            {stateWord(keyState(record))}, {custodyWord(record)}
          </span>
        </span>
      </button>
    </li>
  )
}
