import { useId, useMemo } from 'react'
import { keyState } from '../../kms/key.ts'
import { stateWord } from '../key-look.ts'
import { isText, useHalfTyped } from '../half-typed.ts'
import { asOf, useLab, useRevision, useWorld } from '../lab-context.tsx'
import { keysHere, namer } from '../world/scene-model.ts'
import { issuedParameters } from './issued-parameters.ts'
import { words } from './words.ts'
import { HandOver } from './transfer-hand-over.tsx'
import { ImportIt } from './transfer-import.tsx'
import { OwnLines } from './transfer-lines.tsx'
import { ALGORITHMS } from './transfer-names.ts'
import { Parameters } from './transfer-parameters.tsx'

const says = words.transfer

/** The learner's own computer: what goes there, what comes back, and the import of it. */
export function Transfer() {
  const lab = useLab()
  const revision = useRevision()
  const keys = useMemo(() => {
    const { tables } = asOf(lab, revision)
    const name = namer(tables)
    return keysHere(tables)
      .filter(({ origin }) => origin === 'EXTERNAL')
      .map((key) => ({ key, name: name(key) }))
  }, [lab, revision])
  const [picked, setPicked] = useHalfTyped<string | undefined>(useWorld(), 'transfer, key', undefined, isText)
  const waiting = keys.find(({ key }) => keyState(key) === 'PendingImport') ?? keys[0]
  const current = keys.find(({ key }) => key.id === picked) ?? waiting
  const issued = useMemo(
    () => current && issuedParameters(asOf(lab, revision).trail(), current.key.arn),
    [lab, current, revision],
  )
  const id = useId()
  if (!current) return <p className="b-note">{says.noKey}</p>
  return (
    <div className="transfer">
      {keys.length > 1 && (
        <div className="t-key">
          <label htmlFor={id}>{says.key}</label>
          <select
            id={id}
            className="field"
            value={current.key.id}
            onChange={(event) => setPicked(event.target.value)}
          >
            {keys.map(({ key, name }) => (
              <option key={key.id} value={key.id}>
                {name}, {stateWord(keyState(key))}
              </option>
            ))}
          </select>
        </div>
      )}
      <Parameters keyId={current.key.id} name={current.name} issued={issued} />
      <OwnLines algorithm={issued?.algorithm ?? ALGORITHMS[0]} />
      <HandOver />
      <ImportIt keyId={current.key.id} name={current.name} />
    </div>
  )
}
