import { useEffect, useRef, useState, type RefObject } from 'react'
import type { DueEvent } from '../../kms/engine.ts'
import type { KeyRecord } from '../../kms/key.ts'
import type { Instant } from '../../world/clock.ts'
import { isImported } from '../key-look.ts'
import { day } from '../when.ts'
import { words } from '../words.ts'
import { lanes, ticks, type Segment } from './lanes.ts'

const LEFT = 144
/** Below this the names and dates have no room: the frame scrolls. */
const NARROWEST = 420
const TOP = 22
const ROW = 24

interface TimelineProps {
  keys: readonly KeyRecord[]
  events: readonly DueEvent[]
  now: Instant
  target: Instant
  until: Instant
  name: (key: KeyRecord) => string
  /** While a prediction is open: dates only, no bars past now */
  hideEffects: boolean
}

/** As wide as its frame, so that text keeps its size. */
function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(NARROWEST)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(NARROWEST, Math.floor(entry.contentRect.width))),
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [frame, width]
}

/** Keys as lanes over time. The list beside it says the same in words. */
export function Timeline(props: TimelineProps) {
  const [frame, width] = useWidth()
  return (
    <div ref={frame}>
      <TimelineArt {...props} width={width} />
    </div>
  )
}

function TimelineArt({
  width,
  keys,
  events,
  now,
  target,
  until,
  name,
  hideEffects,
}: TimelineProps & { width: number }) {
  const RIGHT = width - 16
  const all = lanes(keys, events, now, until)
  const heights = all.map(({ rows }) => Math.max(44, rows.length * ROW + 14))
  const height = TOP + heights.reduce((sum, h) => sum + h, 0) + 8
  const x = (at: Instant) => LEFT + ((at - now) / (until - now)) * (RIGHT - LEFT)
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, h) => sum + h, TOP))
  return (
    <svg
      className="scene timeline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={words.clock.picture}
    >
      <rect
        x={LEFT}
        y={TOP}
        width={Math.max(0, x(target) - LEFT)}
        height={height - TOP}
        fill="var(--time-soft)"
        opacity=".55"
      />
      {ticks(now, until).map(({ at, text }) => (
        <g key={at}>
          <path d={`M${x(at)} ${TOP}V${height}`} stroke="var(--line-strong)" strokeOpacity=".35" />
          <text x={x(at)} y="14" className="sm" textAnchor={x(at) > RIGHT - 30 ? 'end' : 'middle'}>
            {Math.abs(x(at) - x(target)) < 46 ? '' : text}
          </text>
        </g>
      ))}
      <path d={`M${LEFT} ${TOP}V${height}`} stroke="var(--ink)" strokeWidth={2} />
      <path d={`M${x(target)} ${TOP}V${height}`} stroke="var(--time)" strokeWidth={2} />
      {all.map((lane, i) => {
        const top = tops[i] ?? TOP
        const h = heights[i] ?? 44
        return (
          <g key={lane.key.arn} transform={`translate(0 ${top})`}>
            {i > 0 && <path d={`M0 .5H${width}`} stroke="var(--ink)" strokeOpacity=".1" />}
            <text x="16" y="22" className="ms bd ink">
              {name(lane.key)}
            </text>
            <text x="16" y="38" className="sm">
              {isImported(lane.key)
                ? lane.rows.length > 1
                  ? words.scene.materialCount(lane.rows.length)
                  : words.scene.broughtByYou
                : words.scene.madeByKms}
            </text>
            {lane.rows.map((row, r) => (
              <g key={row.label}>
                {row.label && (
                  <text x="152" y={r * ROW + 27} className="ms" textAnchor="end">
                    {row.label}
                  </text>
                )}
                {row.segments.map((segment) => (
                  <BarShape
                    key={segment.from}
                    segment={segment}
                    x={x}
                    y={r * ROW + 18}
                    custody={lane.custody}
                    until={hideEffects ? now : Number.POSITIVE_INFINITY}
                  />
                ))}
              </g>
            ))}
            {lane.marks
              .filter(({ due }) => due.at <= until)
              .map(({ due, after }) => (
                <g key={`${due.kind}${due.at}`}>
                  <path
                    d={`M${x(due.at)} 10V${h - 10}`}
                    stroke={after === null && !hideEffects ? 'var(--bad)' : 'var(--time)'}
                    strokeWidth={2}
                  />
                  <text
                    x={x(due.at) + (x(due.at) > RIGHT - 80 ? -5 : 5)}
                    y="13"
                    textAnchor={x(due.at) > RIGHT - 80 ? 'end' : 'start'}
                    className="ft small ko"
                  >
                    {day(due.at)}
                  </text>
                </g>
              ))}
          </g>
        )
      })}
      <path d={`M${x(target) - 7} 20h14l-7 9Z`} fill="var(--time)" />
      <text x={x(target)} y="14" className="ft bd small" textAnchor="middle">
        {day(target)}
      </text>
    </svg>
  )
}

function BarShape({
  segment,
  x,
  y,
  custody,
  until,
}: {
  segment: Segment
  x: (at: Instant) => number
  y: number
  custody: 'kms' | 'you'
  until: number
}) {
  const hue = custody === 'kms' ? 'var(--custody-kms)' : 'var(--custody-you)'
  const to = Math.min(segment.to, until)
  const width = x(to) - x(segment.from)
  if (width <= 0) return null
  const box = { x: x(segment.from), y, width, height: 10 }
  if (segment.bar === 'solid') return <rect {...box} fill={hue} />
  if (segment.bar === 'outline')
    return <rect {...box} fill="none" stroke={hue} strokeWidth={1.5} strokeDasharray="4 3" />
  const strokes = Array.from(
    { length: Math.min(80, Math.floor(width / 6)) },
    (_, i) => `M${box.x + i * 6} ${y + 10}l8 -10`,
  ).join('')
  return (
    <g stroke="var(--custody-kms)" strokeWidth={1.25}>
      <rect {...box} fill="none" />
      <path d={strokes} />
    </g>
  )
}
