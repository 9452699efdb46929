import { useEffect, useState } from 'react'
import type { LabDefinition } from '../../course/lab-definition.ts'
import type { Tables } from '../../kms/tables.ts'
import { PROGRESS, type ProgressRow } from '../../lab/rows.ts'
import { whatChanged, worldAtStart, type KeyChange, type WhatChanged } from '../../lab/what-changed.ts'
import { asOf, useLab, useRevision, useRow } from '../lab-context.tsx'
import { namer } from '../world/scene-model.ts'
import { words } from './after-lab-words.ts'

const says = words.changed
/** The names of so many kinds of records are told. */
const TOLD = 6

/** The world against the world at the start. */
export function Changed({ definition }: { definition: LabDefinition }) {
  const lab = useLab()
  const revision = useRevision()
  const start = useWorldAtStart(definition)
  if (!start) return null
  const { tables } = asOf(lab, revision)
  const { keys, aliases, objects, files, records } = whatChanged(start, tables)
  const named = namer(tables)
  const byId = new Map(
    [start, tables].flatMap((world) =>
      world
        .names()
        .filter((table) => table.startsWith('keys/'))
        .flatMap((table) => Array.from(world.rows<NonNullable<KeyChange['after']>>(table))),
    ),
  )
  const nameOf = (id: string | undefined) => {
    const key = id === undefined ? undefined : byId.get(id)
    return key ? named(key) : says.unknownKey
  }
  const lines = [
    ...keys.map((change) => ({
      name: nameOf((change.after ?? change.before)?.id),
      text: keyText(change),
    })),
    ...aliases.map(({ name, from, to }) => ({
      name,
      text:
        to === undefined
          ? says.aliasGone
          : from === undefined
            ? says.aliasNew(nameOf(to))
            : says.aliasMoved(nameOf(from), nameOf(to)),
    })),
  ]
  const counts = [countText(says.objects, objects), countText(says.files, files)].filter(
    (text) => text !== '',
  )
  const nothing = lines.length === 0 && counts.length === 0 && records.count === 0
  return (
    <details className="changed">
      <summary>{says.title}</summary>
      {nothing && <p>{says.nothing}</p>}
      <ul>
        {lines.map(({ name, text }, i) => (
          <li key={i}>
            <b translate="no">{name}</b>: {text}
          </li>
        ))}
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {records.count > 0 && (
          <li>
            {says.records(records.count)}:{' '}
            <span translate="no">
              {records.names
                .slice(0, TOLD)
                .map(([name, times]) => says.named(name, times))
                .join(', ')}
              {records.names.length > TOLD && ' …'}
            </span>
            {records.refused > 0 && `; ${says.refused(records.refused)}`}
          </li>
        )}
      </ul>
    </details>
  )
}

function keyText({ before, after, states, materials }: KeyChange): string {
  if (!after) return says.goneKey
  const state =
    !before && states.to
      ? says.newKey(states.to)
      : states.from && states.to && states.from !== states.to
        ? says.state(states.from, states.to)
        : ''
  return [
    state,
    before && materials.more > 0 ? says.more(materials.more) : '',
    materials.gone > 0 ? says.gone(materials.gone) : '',
    materials.other ? says.other : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

const countText = (what: string, { added, changed, removed }: WhatChanged['files']): string =>
  added + changed + removed === 0 ? '' : says.counted(what, added, changed, removed)

/** Read once for each start: the journal may be long. */
function useWorldAtStart({ id }: LabDefinition): Tables | undefined {
  const lab = useLab()
  const startedAt = useRow<ProgressRow>(PROGRESS, id)?.began
  const [start, setStart] = useState<Tables>()
  useEffect(() => {
    let wanted = true
    lab.journal().then(
      (journal) => {
        if (wanted) setStart(worldAtStart(journal, id))
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [lab, id, startedAt])
  return start
}
