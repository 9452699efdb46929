import { Link } from 'wouter'
import { keyStates, materials, otherSigns, type Drawing } from '../glyphs/drawing-list.tsx'
import { words as says } from '../glyphs/drawings-words.ts'
import { Glyph } from '../glyphs/glyph.tsx'
import { words as learn } from '../learn/words.ts'
import '../learn/learn.css'
import '../glyphs/drawings.css'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

/** What colour, shape and place mean, and every drawing of the lab with its words. */
export default function DrawingsPage() {
  usePageTitle(says.title)
  return (
    <Page wide>
      <div className="read">
        <h1>{says.title}</h1>
        <p className="lead">{says.lead}</p>
        <dl className="drawn-rules">
          <div>
            <dt>{says.hue.title}</dt>
            {(['kms', 'you', 'time'] as const).map((hue) => (
              <dd key={hue}>
                <span className={`swatch ${hue}`} aria-hidden="true" /> {says.hue[hue]}
              </dd>
            ))}
          </div>
          <div>
            <dt>{says.shape.title}</dt>
            <dd>{says.shape.text}</dd>
          </div>
          <div>
            <dt>{says.position.title}</dt>
            <dd>{says.position.text}</dd>
          </div>
        </dl>
        <Drawings title={says.sections.states} of={keyStates} sizes={[16, 24]} />
        <Drawings title={says.sections.material} of={materials} sizes={[16, 24]} />
        <Drawings title={says.sections.signs} of={otherSigns} sizes={[16, 24, 32]} />
        <p>
          <Link href="/glossary">{learn.glossary.title}</Link>
        </p>
      </div>
    </Page>
  )
}

function Drawings({ title, of, sizes }: { title: string; of: readonly Drawing[]; sizes: readonly number[] }) {
  const withLarge = of.some(({ large }) => large)
  return (
    <>
      <h2>{title}</h2>
      <ul className={withLarge ? 'drawn' : 'drawn small'}>
        {of.map(({ title: name, text, large, glyphs }) => (
          <li key={name}>
            {withLarge && (
              <span className="art">
                {large ?? glyphs.map((glyph) => <Glyph key={glyph} name={glyph} size={64} />)}
              </span>
            )}
            <span className="art row">
              {glyphs.flatMap((glyph) =>
                sizes.map((size) => <Glyph key={`${glyph} ${size}`} name={glyph} size={size} />),
              )}
            </span>
            {text ? <strong>{name}</strong> : <span>{name}</span>}
            {text && <span className="says">{text}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
