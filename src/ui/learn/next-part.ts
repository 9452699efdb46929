import { demoCodes, demoTitles } from '../../course/demos/titles.ts'
import type { LabDefinition } from '../../course/lab-definition.ts'
import { lessonTitles } from '../../course/modules/lesson-titles.ts'
import { partId } from '../../course/part-kept.ts'
import type { TableReader } from '../../kms/tables.ts'
import { partKept, PROGRESS, type ProgressRow } from '../../lab/rows.ts'

/** One thing to do in a module: bet, read or work. */
export interface Part {
  readonly kind: 'demo' | 'lesson' | 'lab'
  readonly title: string
  readonly href: string
  readonly done: boolean
  /** Not done, and something of it is kept */
  readonly begun: boolean
  /** Of a lab */
  readonly code?: string
}

type Module = LabDefinition['module']
const MODULES: readonly Module[] = [1, 2, 3, 4]

type Labs = readonly Pick<LabDefinition, 'id' | 'code' | 'title' | 'module'>[]

/** The parts of a module in the order in which it is taught. */
export function partsOf(module: Module, tables: Pick<TableReader, 'get'>, labs: Labs): readonly Part[] {
  const read =
    (kind: 'demo' | 'lesson') =>
    (part: { readonly id: string; readonly title: string }): Part => {
      const kept = partKept(tables, partId(module, part.id))
      return {
        kind,
        title: part.title,
        href: `/learn/${module}/${part.id}`,
        done: kept?.done !== undefined,
        begun: kept !== undefined && kept.done === undefined,
      }
    }
  const work = ({ id, code, title }: Labs[number]): Part => {
    const row = tables.get<ProgressRow>(PROGRESS, id)
    const done = row !== undefined && (row.passed || row.passes > 0)
    return { kind: 'lab', title, code, href: `/lab/${id}`, done, begun: row !== undefined && !done }
  }
  return [
    ...demoCodes
      .map((code) => demoTitles[code])
      .filter((demo) => demo.module === module)
      .map(read('demo')),
    ...lessonTitles[module].map(read('lesson')),
    ...labs.filter((lab) => lab.module === module).map(work),
  ]
}

/** The parts of the whole course. */
export const allParts = (tables: Pick<TableReader, 'get'>, labs: Labs): readonly Part[] =>
  MODULES.flatMap((module) => partsOf(module, tables, labs))
