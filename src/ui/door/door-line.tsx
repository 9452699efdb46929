import { hours, minutes, type Instant } from '../../world/clock.ts'
import { clockTime } from '../when.ts'

const LEFT = 20
const RIGHT = 443

/** The door's clock as a line: from the start to half an hour after the end of the material. */
export function DoorLine({
  start,
  end,
  now,
  label,
  note,
}: {
  start: Instant
  end: Instant
  now: Instant
  label: string
  note: string
}) {
  const last = Math.max(end + minutes(30), start + hours(1))
  const x = (at: Instant) => LEFT + Math.min(1, (at - start) / (last - start)) * (RIGHT - LEFT)
  const marks: Instant[] = []
  for (let at = start; at <= last; at += minutes(30)) marks.push(at)
  return (
    <svg className="scene tl" viewBox="0 0 470 52" width="470" height="52" role="img" aria-label={label}>
      <path d="M20 28.5H461.8" stroke="var(--line-strong)" />
      <path d={`M20 28.5H${x(now)}`} stroke="var(--time)" strokeWidth={2.5} />
      {marks.map((at) => (
        <g key={at}>
          {at !== start && at !== end && <path d={`M${x(at)} 26v5`} stroke="var(--line-strong)" />}
          <text x={x(at)} y="45" className={at === end ? 'sm ft' : 'sm'} textAnchor="middle">
            {clockTime(at)}
          </text>
        </g>
      ))}
      <path
        d={`M${x(end)} 31V9h5`}
        fill="none"
        stroke="var(--time)"
        strokeWidth={1.5}
        strokeDasharray={now < end ? '3 2' : undefined}
      />
      <text x={x(end) + 9} y="13" className="ft small">
        {note}
      </text>
      <circle cx={x(now)} cy="28.5" r="5.5" fill="var(--time)" stroke="var(--surface)" strokeWidth={2} />
    </svg>
  )
}
