import { rows } from '../../course/table/rows/index.ts'
import { columns, type ColumnId } from '../../course/table/table-definition.ts'
import { competencies, isCompetency, type CompetencyId } from '../../course/words/competencies.ts'
import { placed, type TableView } from './table-address.ts'
import { words } from './words.ts'

const used = (Object.keys(competencies) as CompetencyId[]).filter((id) =>
  rows.some((row) => row.competencies.includes(id)),
)

/** Which columns are compared, and which rows are shown. */
export function CompareTools({ view, onView }: { view: TableView; onView: (view: TableView) => void }) {
  const { pair, hidden, competency } = view
  const show = (id: string, shown: boolean) =>
    onView({ ...view, hidden: shown ? hidden.filter((one) => one !== id) : [...hidden, id] })
  return (
    <div className="cmp-tools" role="group" aria-label={words.tools}>
      {pair.map((column, at) => (
        <label key={at}>
          <span>{at === 0 ? words.compare : words.with}</span>
          <select
            className="field"
            value={column}
            onChange={(event) =>
              onView({ ...view, pair: placed(pair, at as 0 | 1, event.target.value as ColumnId) })
            }
          >
            {columns.map((id) => (
              <option key={id} value={id}>
                {words.columns[id].name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="for">
        <span>{words.competency}</span>
        <select
          className="field"
          value={competency ?? ''}
          onChange={({ target }) => {
            const { competency: _before, ...rest } = view
            onView(isCompetency(target.value) ? { ...rest, competency: target.value } : rest)
          }}
        >
          <option value="">{words.allCompetencies}</option>
          {used.map((id) => (
            <option key={id} value={id}>
              {id}: {competencies[id].can}
            </option>
          ))}
        </select>
      </label>
      <details className="cmp-rows">
        <summary className="btn">{words.hiddenRows(hidden.length)}</summary>
        <fieldset>
          <legend className="vh">{words.rows}</legend>
          {rows.map(({ id, title }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={(event) => show(id, event.target.checked)}
              />
              {title}
            </label>
          ))}
          <button type="button" className="btn small" onClick={() => onView({ ...view, hidden: [] })}>
            {words.showAll}
          </button>
        </fieldset>
      </details>
    </div>
  )
}
