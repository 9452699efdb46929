import { Link } from 'wouter'
import type { Item } from '../../course/item-definition.ts'
import type { Variant } from '../../course/items/variant-of.ts'
import '../brief/brief.css'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { stemParts } from '../quiz/stem-parts.ts'
import { words } from './words.ts'

const says = words.tryIt

/** The question as the brief of its own world, with what it offers, and the way back. No reasons: those are found out. */
export function ItemBrief({ variant, back }: { variant: Variant; back: string }) {
  const { asked } = variant
  const { lead, ask } = stemParts(asked.stem)
  return (
    <article className="prose">
      <p className="eyebrow">{says.eyebrow(asked.id)}</p>
      <h1>{says.title}</h1>
      {lead && (
        <p className="story">
          <InlineCode text={lead} />
        </p>
      )}
      <p className="story font-semibold">
        <InlineCode text={ask} />
      </p>
      <h2 className="part">{says.options}</h2>
      <ul className="presets">
        {offered(asked).map(({ id, text }) => (
          <li key={id}>
            <p>
              <InlineCode text={text} />
            </p>
          </li>
        ))}
      </ul>
      <p className="story mt-4">{says.text}</p>
      <p className="mt-4">
        <Link className="btn" href={back}>
          <Icon name="back" /> {says.back}
        </Link>
      </p>
    </article>
  )
}

function offered(item: Item): readonly { readonly id: string; readonly text: string }[] {
  if (item.type === 'match') return item.left
  if (item.type === 'order') return item.steps.toSorted((a, b) => a.text.localeCompare(b.text))
  return item.options
}
