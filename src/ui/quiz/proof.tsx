import type { Variant } from '../../course/items/variant-of.ts'
import { RecordsTable } from './records-table.tsx'
import { useProof, useScene } from './use-scene.ts'
import { words } from './words.ts'

/** The engine does what the question asks about, and its records show. */
export function Proof({ variant }: { variant: Variant }) {
  const { scene, failed } = useScene(variant, true)
  const records = useProof(scene, true)
  return (
    <>
      <h2>{words.proof.title}</h2>
      <p>{words.proof.text}</p>
      {failed ? (
        <p role="alert">{words.log.failed}</p>
      ) : scene ? (
        <RecordsTable records={records.length > 0 ? records : scene.records} names={scene.names} />
      ) : (
        <p role="status">{words.log.building}</p>
      )}
    </>
  )
}
