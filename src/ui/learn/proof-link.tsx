import { Link } from 'wouter'
import { demoTitles } from '../../course/demos/titles.ts'
import type { Proof } from '../../course/modules/lesson-definition.ts'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { useSession, type Session } from '../session.tsx'
import { words } from './words.ts'

const says = words.lesson.proofs

interface Place {
  readonly href: string
  readonly text: string
}

/** Where a lesson's statement can be seen at work; nothing when that part is not here. */
export function ProofLink({ proof, why }: { proof: Proof; why: string }) {
  const session = useSession()
  const place = placeOf(proof, session)
  if (!place) return null
  return (
    <p className="proof">
      <Icon name="next" size={14} />
      <span>
        <Link href={place.href}>{place.text}</Link>. <InlineCode text={why} />
      </span>
    </p>
  )
}

function placeOf(proof: Proof, session: Session | undefined): Place | undefined {
  if ('lab' in proof) {
    const lab = session?.labs.find(({ code }) => code === proof.lab)
    return lab && { href: `/lab/${lab.id}`, text: says.lab(lab.code, lab.title) }
  }
  if ('flow' in proof) return { href: `/flow/${proof.flow}`, text: says.flow(proof.flow) }
  if ('error' in proof) return { href: `/errors/${proof.error}`, text: proof.error }
  if ('row' in proof) return { href: `/compare/${proof.row}`, text: says.row(proof.row) }
  const { id, title, module } = demoTitles[proof.demo]
  return { href: `/learn/${module}/${id}`, text: says.demo(title) }
}
