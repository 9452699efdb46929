import { useState } from 'react'
import type { Lab } from '../../lab/lab.ts'
import { announce } from '../announce.tsx'
import { download, SAVE_NAME } from '../download.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { useLabState } from '../lab-context.tsx'
import { words } from '../words.ts'
import './storage-notice.css'

const says = words.storage

/** One line while the work is not where the learner thinks it is. */
export function StorageNotice({ lab }: { lab: Lab }) {
  const saved = useLabState(({ saved }) => saved)
  const notice = useLabState(({ notice }) => notice)
  const quarantined = useLabState(({ quarantined }) => quarantined)
  const [seen, setSeen] = useState<string>()
  const text =
    notice ??
    {
      memory: says.memory,
      'read-only': says.readOnly,
      failed: says.failed,
      saved: undefined,
      saving: undefined,
    }[saved] ??
    (quarantined && says.quarantined)
  if (!text) return null
  const dismissable = saved === 'saved' || saved === 'saving'
  if (dismissable && seen === text) return null
  return (
    <div className="notice" role="status">
      <Glyph name="status-warn" />
      <span className="grow">{text}</span>
      {saved === 'read-only' && (
        <button type="button" className="btn small" onClick={() => attempt(() => lab.takeOver())}>
          {says.takeOver}
        </button>
      )}
      {saved === 'failed' && (
        <button type="button" className="btn small" onClick={() => attempt(() => lab.retrySave())}>
          {says.retry}
        </button>
      )}
      {(saved === 'memory' || saved === 'failed') && (
        <button
          type="button"
          className="btn small"
          onClick={() => attempt(async () => download(SAVE_NAME, await lab.save()))}
        >
          {says.toFile}
        </button>
      )}
      {quarantined && (
        <button type="button" className="btn small" onClick={() => download('put-aside.bin', quarantined)}>
          {says.download}
        </button>
      )}
      {dismissable && (
        <button type="button" className="btn quiet small" onClick={() => setSeen(text)}>
          {says.dismiss}
        </button>
      )}
    </div>
  )
}

async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error))
  }
}
