import { useState } from 'react'
import { announce } from '../announce.tsx'
import { Glyph } from '../glyphs/glyph.tsx'

/** Does something and shows the sentence that it gives back, or the one with which it was refused. */
export type Act = (work: () => Promise<string>) => Promise<void>

interface Said {
  readonly text: string
  readonly bad?: true
}

export function useTold(): readonly [told: Said | undefined, act: Act] {
  const [told, setTold] = useState<Said>()
  return [
    told,
    async (work) => {
      try {
        const text = await work()
        setTold({ text })
        announce(text)
      } catch (error) {
        setTold({ text: error instanceof Error ? error.message : String(error), bad: true })
      }
    },
  ]
}

export function Told({ told }: { told: Said | undefined }) {
  return (
    told && (
      <p role="status" className={told.bad ? 'told bad' : 'told'}>
        <Glyph name={told.bad ? 'status-bad' : 'status-ok'} /> {told.text}
      </p>
    )
  )
}
