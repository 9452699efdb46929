import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { beats } from '../../course/flow/beats/index.ts'
import { Flow } from '../flow/flow.tsx'
import { words } from '../flow/words.ts'
import { words as site } from '../words.ts'

/** @param beat as it stands in the address; anything else is the first one */
export default function FlowPage({ beat = '1' }: { beat?: string }) {
  const [, navigate] = useLocation()
  const number = /^\d{1,2}$/.test(beat) ? Math.min(beats.length, Math.max(1, Number(beat))) : 1
  useEffect(() => {
    document.title = `${words.title} - ${site.app.name}`
  }, [])
  return <Flow beat={number} onBeat={(next) => navigate(`/flow/${next}`)} />
}
