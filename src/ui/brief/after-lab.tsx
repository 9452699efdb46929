import type { LabDefinition } from '../../course/lab-definition.ts'
import { useSession } from '../session.tsx'
import { Changed } from './changed.tsx'
import { Retrieval } from './retrieval.tsx'

/** What a lab left behind: in the world, and in the learner. */
export default function AfterLab({ definition }: { definition: LabDefinition }) {
  const session = useSession()
  return (
    <>
      <Changed definition={definition} />
      {session && <Retrieval session={session} definition={definition} />}
    </>
  )
}
