import { useState } from 'react'
import { useStore } from 'zustand'
import type { Lab } from '../../lab/lab.ts'
import { Confirm } from '../confirm.tsx'
import { download } from '../download.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { Told, useTold } from '../keep/told.tsx'
import { WorkFile } from '../keep/work-file.tsx'
import { useSession } from '../session.tsx'
import { setLook, useLook, type Theme } from '../theme.ts'
import { words } from '../words.ts'
import { forgetFrame } from '../workspace/frame.ts'
import { Page } from './page.tsx'

const says = words.settings

export default function Settings() {
  const session = useSession()
  return (
    <Page>
      <h1>{words.app.settings}</h1>
      <Look />
      {session ? <Work lab={session.lab} /> : <p>{words.app.loading}</p>}
    </Page>
  )
}

function Look() {
  const { theme, motion } = useLook()
  return (
    <section aria-labelledby="look">
      <h2 id="look">{says.look}</h2>
      <fieldset className="pick-row">
        <legend>{words.theme.change}</legend>
        {(['auto', 'light', 'dark'] as const satisfies readonly Theme[]).map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => setLook({ theme: value })}
            />
            <span>{words.theme[value]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="pick-row">
        <legend>{says.motion}</legend>
        <label className="choice">
          <input
            type="radio"
            name="motion"
            checked={motion === 'auto'}
            onChange={() => setLook({ motion: 'auto' })}
          />
          <span>{says.motionAuto}</span>
        </label>
        <label className="choice">
          <input
            type="radio"
            name="motion"
            checked={motion === 'off'}
            onChange={() => setLook({ motion: 'off' })}
          />
          <span>{says.motionOff}</span>
        </label>
      </fieldset>
    </section>
  )
}

function Work({ lab }: { lab: Lab }) {
  const { saved, notice, quarantined } = useStore(lab.store)
  const [asking, setAsking] = useState(false)
  const [told, act] = useTold()

  return (
    <section aria-labelledby="work">
      <h2 id="work">{says.work}</h2>
      <p>{says.kept[saved]}</p>
      {notice && (
        <p className="flex items-center gap-2">
          <Glyph name="status-warn" /> {notice}
        </p>
      )}
      <p className="text-ink-2">{says.nothingLeaves}</p>
      <div className="row mt-3">
        <WorkFile lab={lab} act={act} />
        {saved === 'read-only' && (
          <button
            type="button"
            className="btn"
            onClick={() =>
              act(async () => {
                await lab.takeOver()
                return says.takenOver
              })
            }
          >
            {words.storage.takeOver}
          </button>
        )}
        {(saved === 'failed' || saved === 'memory') && (
          <button
            type="button"
            className="btn"
            onClick={() =>
              act(async () => {
                await lab.retrySave()
                return says.kept[lab.store.getState().saved]
              })
            }
          >
            {words.storage.retry}
          </button>
        )}
        {quarantined && (
          <button type="button" className="btn" onClick={() => download('put-aside.bin', quarantined)}>
            {words.storage.download}
          </button>
        )}
      </div>
      <p className="text-ink-2 mt-2">{says.loadText}</p>
      <Told told={told} />
      <h2>{words.reset.everything}</h2>
      <p>{words.reset.sandboxText}</p>
      <div className="row mt-3">
        <button type="button" className="btn bad" onClick={() => setAsking(true)}>
          {words.reset.sandboxDo}
        </button>
      </div>
      {asking && (
        <Confirm
          title={words.reset.sandbox}
          text={words.reset.sandboxText}
          action={words.reset.sandboxDo}
          keep={words.reset.keep}
          onAnswer={(agreed) => {
            setAsking(false)
            if (agreed)
              void act(async () => {
                await lab.reset()
                forgetFrame()
                return says.emptied
              })
          }}
        />
      )}
    </section>
  )
}
