import { PAYS, type Calibrated } from '../../course/mastery/calibration.ts'
import { words } from './words.ts'

const says = words.calibration
const LEFT = 92
const WIDTH = 320
const ROW = 40

/** How often the learner was right at each certainty, beside the range in which that certainty pays. */
export function CalibrationChart({ rows }: { rows: readonly Calibrated[] }) {
  return (
    <section className="calibration" aria-labelledby="calibration">
      <h2 id="calibration">{says.heading}</h2>
      <p>{says.intro}</p>
      <div className="calibration-both">
        <svg
          className="scene"
          viewBox={`0 0 ${LEFT + WIDTH + 24} ${rows.length * ROW + 24}`}
          role="img"
          aria-label={says.chart}
        >
          {rows.map((row, i) => (
            <ChartRow key={row.certainty} row={row} y={i * ROW} />
          ))}
          {[0, 0.5, 1].map((share) => (
            <text
              key={share}
              x={LEFT + share * WIDTH}
              y={rows.length * ROW + 16}
              className="sm"
              textAnchor="middle"
            >
              {`${share * 100} %`}
            </text>
          ))}
        </svg>
        <table className="data">
          <caption>{says.table}</caption>
          <thead>
            <tr>
              {says.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ certainty, right, answers, points, fits }) => (
              <tr key={certainty}>
                <th scope="row">{says.certainty[certainty]}</th>
                <td className="num">{says.right(right, answers)}</td>
                <td>{says.pays[certainty]}</td>
                <td className="num">{points}</td>
                <td>{fits ? says.fits[fits] : says.few(answers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ChartRow({ row: { certainty, right, answers }, y }: { row: Calibrated; y: number }) {
  const { from, to } = PAYS[certainty]
  const at = (share: number) => Math.round((LEFT + share * WIDTH) * 10) / 10
  const middle = y + ROW / 2
  return (
    <>
      <text x={LEFT - 12} y={middle + 4} textAnchor="end">
        {says.certainty[certainty]}
      </text>
      <path d={`M${LEFT} ${middle}H${LEFT + WIDTH}`} stroke="var(--line-strong)" />
      <rect
        x={at(from)}
        y={middle - 10}
        width={at(to) - at(from)}
        height="20"
        fill="var(--accent-soft)"
        stroke="var(--accent)"
      />
      {answers > 0 && (
        <circle
          cx={at(right / answers)}
          cy={middle}
          r="6"
          fill={answers < 5 ? 'var(--surface)' : 'var(--ink)'}
          stroke="var(--ink)"
          strokeWidth="2"
        />
      )}
    </>
  )
}
