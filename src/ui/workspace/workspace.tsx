import type { ReactNode } from 'react'
import type { Lab } from '../../lab/lab.ts'
import { Bench } from '../bench/bench.tsx'
import { Brief } from '../brief/brief.tsx'
import { Clock } from '../clock/clock.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useLabDefinition, useRevision } from '../lab-context.tsx'
import { taskCount } from '../lab-progress.ts'
import { Trail } from '../trail/trail.tsx'
import { words } from '../words.ts'
import { World } from '../world/world.tsx'
import { toggleBrief, useFrame } from './frame.ts'
import { useKeyboard } from './keyboard.ts'
import { More } from './more.tsx'
import { Pane } from './pane.tsx'
import { StorageNotice } from './storage-notice.tsx'
import { Strip } from './strip.tsx'
import { TabBar } from './tab-bar.tsx'
import { TopBar } from './top-bar.tsx'
import './fonts.css'
import './workspace.css'

/**
 * Brief, Bench, World and Trail around one session. With a lab it has tasks, without one it is the sandbox.
 *
 * @param brief what stands there instead of the lab's own
 */
export function Workspace({ lab, brief }: { lab: Lab; brief?: ReactNode }) {
  useKeyboard(lab)
  const drawer = useFrame(({ drawer }) => drawer)
  const tab = useFrame(({ tab }) => tab)
  const folded = useFrame(({ folded }) => folded)
  const hasTasks = (useLabDefinition()?.steps.length ?? 0) > 0
  const trail = drawer === 'trail' || tab === 'trail'
  return (
    <div className="app" data-drawer={drawer} data-tab={tab} data-folded={hasTasks && folded}>
      <TopBar lab={lab} />
      <div className="notices">
        <StorageNotice lab={lab} />
        {hasTasks && <TaskPill lab={lab} />}
      </div>
      <main id="content" className="panes" tabIndex={-1}>
        <Pane name={words.pane.brief} id="brief">
          {brief ?? <Brief lab={lab} />}
        </Pane>
        <Pane name={words.pane.bench} id="bench">
          <Bench lab={lab} />
        </Pane>
        <Pane name={words.pane.world} id="world">
          <World lab={lab} />
        </Pane>
        {trail && (
          <Pane name={words.pane.trail} id="trail">
            <Trail lab={lab} />
          </Pane>
        )}
        {drawer === 'clock' && (
          <Pane name={words.pane.clock} id="clock">
            <Clock lab={lab} />
          </Pane>
        )}
        {tab === 'more' && (
          <Pane name={words.tabs.more} id="more">
            <More lab={lab} />
          </Pane>
        )}
      </main>
      <Strip lab={lab} />
      <TabBar />
    </div>
  )
}

/** The open task in one line, where the Brief is out of sight. */
function TaskPill({ lab }: { lab: Lab }) {
  useRevision()
  const definition = useLabDefinition()
  if (!definition) return null
  const { open, of, done } = taskCount(definition, lab.tables)
  const step = open === undefined ? undefined : definition.steps[open]
  return (
    <button type="button" className="pill" onClick={toggleBrief}>
      <span className="n num">
        {open === undefined ? done : open + 1}/{of}
      </span>
      <span className="grow">{step?.title ?? words.bar.allDone}</span>
      <Icon name={step ? 'next' : 'tick'} size={14} />
    </button>
  )
}
