import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { labTitles } from '../../course/labs/lab-titles.ts'
import { outlines } from '../../course/modules/outline.ts'
import { moduleTitles } from '../../course/words/modules.ts'
import type { TableReader } from '../../kms/tables.ts'
import type { Lab } from '../../lab/lab.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { partsOf } from '../learn/next-part.ts'
import { wayOnOrBack } from '../learn/part-words.ts'
import { says as door } from './door-words.ts'

const says = door.modules

const HIDDEN = { 'aria-hidden': true } as const
const never = () => () => undefined

/** Nothing is known of the learner yet. */
const NOTHING: Pick<TableReader, 'get'> = { get: () => undefined }

/**
 * The four modules: what one does there, and the labs that are here. All of it stands there from the start, only what
 * the learner has done comes with the session; its place is kept until then.
 *
 * @param labs those of the session: none before it is there, an empty list when it does not come
 */
export function ModuleTable({
  lab,
  labs,
}: {
  lab: Lab | undefined
  labs: readonly Pick<LabDefinition, 'id' | 'code' | 'title' | 'module' | 'minutes'>[] | undefined
}) {
  useSyncExternalStore(lab ? lab.store.subscribe : never, () => lab?.store.getState().revision)
  const tables = lab?.tables ?? NOTHING
  const shown = labs ?? labTitles
  const passed = (id: string) => {
    const row = tables.get<ProgressRow>(PROGRESS, id)
    return row !== undefined && (row.passed || row.passes > 0)
  }
  return (
    <table className="mods" id="labs">
      <caption className="vh">{says.caption}</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {says.caption}
          </th>
          <th scope="col" className="does">
            {says.does}
          </th>
          <th scope="col" className="level">
            {says.level}
          </th>
          <th scope="col" className="r time">
            {says.time}
          </th>
          <th scope="col" className="marks">
            {says.done}
          </th>
          <th scope="col">
            <span className="vh">{says.start}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {outlines.map(({ module, does, level }) => {
          const own = shown.filter((entry) => entry.module === module)
          const done = own.filter(({ id }) => passed(id)).length
          const next = own.length > 0 ? wayOnOrBack(partsOf(module, tables, shown)) : undefined
          const minutes = own.reduce((sum, entry) => sum + entry.minutes, 0)
          return (
            <tr key={module} className={own.length === 0 ? 'absent' : undefined}>
              <td className="n">{module}</td>
              <th scope="row" className="t">
                <Link href={`/learn/${module}`}>{moduleTitles[module]}</Link>
              </th>
              <td className="does">
                {does}
                {own.length > 0 && (
                  <ul className="labs">
                    {own.map((entry) => (
                      <li key={entry.id}>
                        <Link href={`/lab/${entry.id}`}>
                          <span className="code">{entry.code}</span> {entry.title}
                        </Link>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td className="level">{level}</td>
              <td className="num r time">{minutes > 0 ? `${minutes} min` : ''}</td>
              <td className="marks">
                {own.length > 0 ? (
                  <span
                    className="socks"
                    {...(lab ? { role: 'img', 'aria-label': says.labsDone(done, own.length) } : HIDDEN)}
                  >
                    {own.map(({ id }) => (
                      <i key={id} className={passed(id) ? 'd' : undefined} />
                    ))}
                  </span>
                ) : null}
              </td>
              <td className="act">
                {next && !lab ? (
                  <span className="later" {...HIDDEN}>
                    {next.text}
                  </span>
                ) : next ? (
                  <Link href={next.href} aria-label={says.action(next.text, next.title)}>
                    {next.text}
                  </Link>
                ) : (
                  <span className="absent-word">{says.notYet}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
