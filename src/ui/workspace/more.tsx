import type { Lab } from '../../lab/lab.ts'
import { useLabState } from '../lab-context.tsx'
import { PlaceList } from '../places.tsx'
import { fullDate } from '../when.ts'
import { words } from '../words.ts'
import { openClock } from './frame.ts'
import { runRedo } from './undo.ts'

/** What a phone has no room for elsewhere. */
export function More({ lab }: { lab: Lab }) {
  const now = useLabState(({ now }) => now)
  const canRedo = useLabState(({ canRedo }) => canRedo)
  const { as, region } = useLabState(({ acting }) => acting)
  const saved = useLabState(({ saved }) => saved)
  return (
    <div className="more">
      <h2>{words.tabs.more}</h2>
      <button type="button" className="btn time" onClick={openClock}>
        {words.pane.clock}: {fullDate(now)}
      </button>
      <button type="button" className="btn" disabled={!canRedo} onClick={() => runRedo(lab)}>
        {words.bar.redo}
      </button>
      <p>{words.acting.now(as, region)}</p>
      <p>{words.saved[saved]}</p>
      <PlaceList />
      <p className="small">{words.app.independent}</p>
    </div>
  )
}
