import { Link } from 'wouter'
import type { Item } from '../../course/item-definition.ts'
import type { Variant } from '../../course/items/variant-of.ts'
import '../brief/brief.css'
import { InlineCode } from '../brief/inline-code.tsx'
import { Icon } from '../glyphs/icon.tsx'
import { shortId } from '../key-look.ts'
import { asOf, useLab, useRevision } from '../lab-context.tsx'
import { stemParts } from '../quiz/stem-parts.ts'
import { words as site } from '../words.ts'
import { allKeys, namer } from '../world/scene-model.ts'
import { callsByLetter, lettered } from './lettered-materials.ts'
import { words } from './words.ts'

const says = words.tryIt

/** The question as the brief of its own world, with what it offers, and the way back. No reasons: those are found out. */
export function ItemBrief({ variant, back }: { variant: Variant; back: string }) {
  const { asked } = variant
  const { lead, ask } = stemParts(asked.stem)
  const form = says.forms[asked.type]
  return (
    <article className="prose">
      <p className="eyebrow">{says.eyebrow(asked.id)}</p>
      <h1>{form.title}</h1>
      {lead && (
        <p className="story">
          <InlineCode text={lead} />
        </p>
      )}
      <p className="story font-semibold">
        <InlineCode text={ask} />
      </p>
      <p className="story mt-4">
        {says.world} {form.how}
      </p>
      <h2 className="part">{form.offers}</h2>
      <Offers of={offered(asked)} />
      {asked.type === 'match' && (
        <>
          <h2 className="part">{says.belongs}</h2>
          <Offers of={asked.right} />
        </>
      )}
      {callsByLetter(asked) && <LetteredMaterials />}
      <p className="mt-4">
        <Link className="btn" href={back}>
          <Icon name="back" /> {says.back}
        </Link>
      </p>
    </article>
  )
}

interface Offer {
  readonly id: string
  readonly text: string
}

function Offers({ of }: { of: readonly Offer[] }) {
  return (
    <ul className="presets">
      {of.map(({ id, text }) => (
        <li key={id}>
          <p>
            <InlineCode text={text} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function offered(item: Item): readonly Offer[] {
  if (item.type === 'match') return item.left
  if (item.type === 'order') return item.steps.toSorted((a, b) => a.text.localeCompare(b.text))
  return item.options
}

/** Which material of the world the question calls A, and which B: the world itself tells them by their ids. */
function LetteredMaterials() {
  const { tables } = asOf(useLab(), useRevision())
  const name = namer(tables)
  const rows = allKeys(tables).flatMap((key) =>
    lettered(key).map(([letter, material]) => ({ key, letter, material })),
  )
  return (
    <>
      <h2 className="part">{says.materials}</h2>
      <ul className="presets">
        {rows.map(({ key, letter, material: { id, state, token } }) => (
          <li key={key.arn + id}>
            <p>
              {says.material(name(key), letter)}
              <code translate="no">{shortId(id)}</code>, {site.scene.materialStates[state]}
              {!token && `, ${says.gone}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
