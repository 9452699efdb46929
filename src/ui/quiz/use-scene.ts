import { useEffect, useState } from 'react'
import type { NumberedEvent } from '../../course/lab-definition.ts'
import { playScene, type PlayedScene } from '../../course/items/play-scene.ts'
import type { Variant } from '../../course/items/variant-of.ts'
import { useSession } from '../session.tsx'

/** Builds the state of a question on an engine of its own, once for each variant. */
export function useScene(variant: Variant, wanted: boolean) {
  const hands = useSession()?.hands
  const [scene, setScene] = useState<PlayedScene>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!wanted || !hands) return
    let stale = false
    playScene(variant, hands).then(
      (played) => !stale && setScene(played),
      () => !stale && setFailed(true),
    )
    return () => {
      stale = true
      setScene(undefined)
      setFailed(false)
    }
  }, [variant, wanted, hands])
  return { scene, failed }
}

/** What the engine does when the question is put to it; not before `asked`. */
export function useProof(scene: PlayedScene | undefined, asked: boolean): readonly NumberedEvent[] {
  const [records, setRecords] = useState<readonly NumberedEvent[]>([])
  useEffect(() => {
    if (!scene || !asked) return
    let stale = false
    scene.prove().then(
      (proof) => !stale && setRecords(proof),
      () => undefined,
    )
    return () => {
      stale = true
      setRecords([])
    }
  }, [scene, asked])
  return records
}
