import { useState } from 'react'
import { Link } from 'wouter'
import { useLab, useLabs, useLabState } from '../lab-context.tsx'
import { useSession } from '../session.tsx'
import { InlineCode } from './inline-code.tsx'
import { presets, type PresetId } from './presets.ts'
import { words } from './words.ts'

const says = words.sandbox

/** No tasks: what this place is, a few things to start with, and the labs. */
export function SandboxBrief() {
  const lab = useLab()
  const labs = useLabs()
  const session = useSession()
  const busy = useLabState((state) => state.busy)
  const [stopped, setStopped] = useState(false)
  const start = async (id: PresetId) => setStopped(!(await presets[id](lab, session?.wrap)))
  return (
    <article className="prose">
      <h1>{says.title}</h1>
      {says.text.map((paragraph) => (
        <p key={paragraph} className="story">
          <InlineCode text={paragraph} />
        </p>
      ))}
      <h2 className="part">{says.presets}</h2>
      <ul className="presets">
        {(Object.keys(presets) as PresetId[]).map((id) => (
          <li key={id}>
            <button
              type="button"
              className="btn small"
              aria-disabled={busy !== undefined}
              onClick={() => busy === undefined && void start(id)}
            >
              {words.presets[id].title}
            </button>
            <p>
              <InlineCode text={words.presets[id].text} />
            </p>
          </li>
        ))}
      </ul>
      {stopped && (
        <p role="alert" className="ask-why wrong">
          {says.stopped}
        </p>
      )}
      <h2 className="part">{says.labs}</h2>
      <ul className="lab-links">
        {labs.map(({ id, code, title }) => (
          <li key={id}>
            <Link href={`/lab/${id}`}>
              {code} {title}
            </Link>
          </li>
        ))}
      </ul>
    </article>
  )
}
