import { beats } from '../../course/flow/beats/index.ts'
import { Icon } from '../glyphs/icon.tsx'
import { words } from './words.ts'

export const speeds = ['0.5', '1', '2', 'still'] as const
export type Speed = (typeof speeds)[number]

interface FlowControlsProps {
  beat: number
  playing: boolean
  speed: Speed
  busy: boolean
  onBeat: (beat: number) => void
  onPlay: () => void
  onSpeed: (speed: Speed) => void
  onSave: (() => void) | undefined
  onLink: () => void
}

export function FlowControls({
  beat,
  playing,
  speed,
  busy,
  onBeat,
  onPlay,
  onSpeed,
  onSave,
  onLink,
}: FlowControlsProps) {
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
      <button type="button" className="btn" aria-pressed={playing} onClick={onPlay}>
        {playing ? words.pause : words.play}
      </button>
      <div className="flow-ticks">
        {beats.map(({ id }, i) => (
          <i key={id} className={i + 1 < beat ? 'd' : i + 1 === beat ? 'c' : undefined} />
        ))}
        <span>{words.count(beat, beats.length)}</span>
        {busy && <span className="dim">{words.working}</span>}
      </div>
      <span className="grow" />
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
      {onSave && (
        <button type="button" className="btn" onClick={onSave}>
          {words.export}
        </button>
      )}
      <button type="button" className="btn" onClick={onLink}>
        {words.link}
      </button>
    </footer>
  )
}
