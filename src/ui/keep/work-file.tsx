import { useRef, useState } from 'react'
import type { Lab } from '../../lab/lab.ts'
import { ANSWERED, PASSES } from '../../lab/rows.ts'
import { requireFileSize } from '../../lab/save-file.ts'
import { Confirm } from '../confirm.tsx'
import { download, SAVE_NAME } from '../download.ts'
import { words as site } from '../words.ts'
import { forgetFrame } from '../workspace/frame.ts'
import type { Act } from './told.tsx'
import { words } from './words.ts'

const says = site.settings

/** Everything there is, as one file, and back from it: world, answers and evidence. */
export function WorkFile({ lab, act }: { lab: Lab; act: Act }) {
  const [asking, setAsking] = useState<File>()
  const file = useRef<HTMLInputElement>(null)
  const answers = lab.tables.size(ANSWERED)
  const passes = lab.tables.size(PASSES)
  const load = (chosen: File) =>
    act(async () => {
      requireFileSize(chosen.size)
      await lab.load(new Uint8Array(await chosen.arrayBuffer()))
      forgetFrame()
      return says.loaded
    })
  return (
    <>
      <button
        type="button"
        className="btn"
        onClick={() =>
          act(async () => {
            download(SAVE_NAME, await lab.save())
            return says.savedToFile
          })
        }
      >
        {site.storage.toFile}
      </button>
      <button type="button" className="btn" onClick={() => file.current?.click()}>
        {says.load}
      </button>
      <input
        ref={file}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (!chosen) return
          // What was learnt cannot be done again in a minute, so it is not lost by one wrong press.
          if (answers + passes > 0) setAsking(chosen)
          else void load(chosen)
        }}
      />
      {asking && (
        <Confirm
          title={words.replace.title}
          text={words.replace.text(answers, passes)}
          action={words.replace.action}
          keep={words.replace.keep}
          onAnswer={(agreed) => {
            setAsking(undefined)
            if (agreed) void load(asking)
          }}
        />
      )}
    </>
  )
}
