import type { Estimate } from '../../course/mastery/guess-corrected.ts'
import { figure } from '../../course/mastery/figure.ts'
import { LINE } from '../../course/mastery/mastery.ts'
import { words } from './words.ts'

const WIDTH = 300
/** Further right, the number would stand on the line. */
const NEAR = 36

/** Where the estimate lies between 0 and 1, with its interval and the line. Without enough evidence it is a hatched range. */
export function EstimateBar({ estimate, known }: { estimate: Estimate; known: boolean }) {
  const { value, low, high } = estimate
  const at = (part: number) => Math.round(part * WIDTH * 10) / 10
  const x = at(value)
  const onLine = Math.abs(x - at(LINE)) < NEAR
  const left = x > WIDTH - 20 || (onLine && value < LINE)
  const right = x < 20 || (onLine && value >= LINE)
  return (
    <svg
      className="est scene"
      viewBox={`-4 0 ${WIDTH + 8} 44`}
      role="img"
      aria-label={
        known
          ? words.estimate(figure(value), figure(low), figure(high))
          : words.noEstimate(figure(low), figure(high))
      }
    >
      <path d={`M0 26.5H${WIDTH}`} stroke="var(--line-strong)" />
      <path d={`M${at(LINE)} 4v36`} stroke="var(--accent)" strokeWidth="1.5" />
      {known ? (
        <>
          <path d={`M${at(low)} 26.5H${at(high)}`} stroke="var(--line-strong)" strokeWidth="7" opacity=".6" />
          <path d={`M${x} 17v19`} stroke="var(--ink)" strokeWidth="3" />
          <text
            x={left ? x - 4 : right ? x + 4 : x}
            y="13"
            className="m"
            textAnchor={left ? 'end' : right ? 'start' : 'middle'}
          >
            {figure(value)}
          </text>
        </>
      ) : (
        <path
          d={`M${at(low)} 26.5H${at(high)}`}
          stroke="var(--line-strong)"
          strokeWidth="7"
          strokeDasharray="2 4"
        />
      )}
    </svg>
  )
}
