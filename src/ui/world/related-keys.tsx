import { isPrimary, keyState, type KeyRecord } from '../../kms/key.ts'
import type { Instant } from '../../world/clock.ts'
import { goToKey } from '../act-as.ts'
import { Socket } from '../glyphs/socket.tsx'
import { socketsOf, stateWord } from '../key-look.ts'
import { useLab } from '../lab-context.tsx'
import { words } from '../words.ts'

const says = words.scene

/** The same multi-Region key in other Regions: each with a state of its own, and a way there. */
export function RelatedKeys({ keys, now }: { keys: readonly KeyRecord[]; now: Instant }) {
  const lab = useLab()
  if (keys.length === 0) return null
  return (
    <div className="w-related">
      <p className="w-over">{says.related}</p>
      <ul aria-label={says.related}>
        {keys.map((key) => {
          const first = socketsOf(key, now)[0]
          return (
            <li key={key.arn}>
              <button type="button" className="w-line" onClick={() => void goToKey(lab, key.arn)}>
                {first && <Socket look={{ ...first.look, text: undefined }} size={38} />}
                <span className="w-text">
                  <span className="name" translate="no">
                    {key.region}
                  </span>
                  <span className="sub">
                    {isPrimary(key) ? says.primary : says.replica}, {stateWord(keyState(key))}
                    <span className="vh">. {says.goThere}</span>
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
