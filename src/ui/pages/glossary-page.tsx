import { useState } from 'react'
import { Link, Redirect } from 'wouter'
import { findTerms, slugOf, termAt, type Term } from '../../course/words/glossary.ts'
import { Crumbs } from '../learn/crumbs.tsx'
import { words } from '../learn/words.ts'
import { words as site } from '../words.ts'
import '../learn/learn.css'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

const says = words.glossary

/** All terms, or the one that the address names; a former name leads to the one of today. */
export default function GlossaryPage({ term }: { term?: string }) {
  if (term === undefined) return <Terms />
  const found = termAt(term)
  if (!found) return <NotFound text={says.unknown} />
  const slug = slugOf(found.term)
  if (slug !== term) return <Redirect to={`/glossary/${slug}`} replace />
  return <OneTerm term={found} />
}

function Terms() {
  const [letters, setLetters] = useState('')
  usePageTitle(says.title)
  const found = findTerms(letters)
  return (
    <Page>
      <div className="read">
        <h1>{says.title}</h1>
        <p className="lead">{says.lead}</p>
        <p>
          <Link href="/drawings">{site.scene.drawings}</Link>
        </p>
        <div className="lookup" role="search">
          <label>
            {says.search}
            <input
              type="search"
              className="field"
              value={letters}
              onChange={(event) => setLetters(event.target.value)}
            />
          </label>
          <output>{says.count(found.length)}</output>
        </div>
        {found.length === 0 ? (
          <p>{says.none}</p>
        ) : (
          <dl className="terms">
            {found.map(({ term, means, alsoCalled }) => (
              <div key={term}>
                <dt>
                  <Link href={`/glossary/${slugOf(term)}`}>{term}</Link>
                </dt>
                <dd>
                  {means}
                  {alsoCalled && (
                    <span className="also">
                      {says.also}: {alsoCalled.join(', ')}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Page>
  )
}

function OneTerm({ term: { term, means, alsoCalled = [] } }: { term: Term }) {
  usePageTitle(term)
  return (
    <Page>
      <div className="read">
        <Crumbs to={[[says.title, '/glossary']]} />
        <h1>{term}</h1>
        <p className="lead">{means}</p>
        {alsoCalled.map((name) => (
          <p key={name}>{says.former(name, term)}</p>
        ))}
        <p>
          <Link href="/glossary">{says.all}</Link>
        </p>
      </div>
    </Page>
  )
}
