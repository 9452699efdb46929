import type { ReactNode } from 'react'
import { beats } from '../../course/flow/beats/index.ts'
import { Icon } from '../glyphs/icon.tsx'
import { words } from './words.ts'

export const speeds = ['0.5', '1', '2', 'still'] as const
export type Speed = (typeof speeds)[number]

interface FlowControlsProps {
  beat: number
  playing: boolean
  busy: boolean
  onBeat: (beat: number) => void
  onPlay: () => void
  children?: ReactNode
}

/** From beat to beat, always in reach. */
export function FlowControls({ beat, playing, busy, onBeat, onPlay, children }: FlowControlsProps) {
  return (
    <footer className="flow-ctrl">
      <button type="button" className="btn" disabled={beat === 1} onClick={() => onBeat(beat - 1)}>
        <Icon name="back" /> {words.back}
      </button>
      <button
        type="button"
        className="btn primary"
        disabled={beat === beats.length}
        onClick={() => onBeat(beat + 1)}
      >
        <Icon name="next" /> {words.step}
      </button>
      <button type="button" className="btn" onClick={onPlay}>
        {playing ? words.pause : words.play}
      </button>
      <div className="flow-ticks">
        {beats.map(({ id }, i) => (
          <i key={id} className={i + 1 < beat ? 'd' : i + 1 === beat ? 'c' : undefined} />
        ))}
        <span>{busy ? words.working : words.count(beat, beats.length)}</span>
      </div>
      <span className="grow" />
      {children}
    </footer>
  )
}

interface FlowExtrasProps {
  speed: Speed
  onSpeed: (speed: Speed) => void
  onSave: ((form: 'svg' | 'png') => void) | undefined
  onLink: () => void
  onRenew: () => void
}

/** Speed, pictures and the link: beside the controls where there is room, at the end of the page where not. */
export function FlowExtras({ speed, onSpeed, onSave, onLink, onRenew }: FlowExtrasProps) {
  return (
    <div className="flow-extras">
      <div className="speed" role="group" aria-label={words.speed}>
        <span aria-hidden="true">{words.speed}</span>
        <span className="seg">
          {speeds.map((one) => (
            <button key={one} type="button" aria-pressed={one === speed} onClick={() => onSpeed(one)}>
              {one === 'still' ? words.stills : `${one}x`}
            </button>
          ))}
        </span>
      </div>
      <button type="button" className="btn" onClick={onRenew}>
        {words.renew}
      </button>
      {onSave && (
        <>
          <button type="button" className="btn" onClick={() => onSave('svg')}>
            {words.export}
          </button>
          <button type="button" className="btn" onClick={() => onSave('png')}>
            {words.picture}
          </button>
        </>
      )}
      <button type="button" className="btn" onClick={onLink}>
        {words.link}
      </button>
    </div>
  )
}
