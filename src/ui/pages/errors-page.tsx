import { useState } from 'react'
import { Link } from 'wouter'
import { errorAtlas, type ErrorExplained } from '../../course/error-atlas.ts'
import { errorCauses } from '../../course/error-causes.ts'
import type { KmsErrorCode } from '../../kms/errors.ts'
import { operations } from '../../kms/operations/index.ts'
import { CopyButton } from '../bench/copy-button.tsx'
import { InlineCode } from '../brief/inline-code.tsx'
import { Crumbs } from '../learn/crumbs.tsx'
import { SourceLine } from '../learn/source-line.tsx'
import { words } from '../learn/words.ts'
import '../learn/learn.css'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { usePageTitle } from './use-page-title.ts'

const says = words.errors
const codes = Object.keys(errorAtlas) as KmsErrorCode[]

/** All exceptions, or the one that the address names. */
export default function ErrorsPage({ name }: { name?: string }) {
  if (name === undefined) return <Errors />
  const code = codes.find((each) => each.toLowerCase() === name.toLowerCase())
  return code ? <OneError code={code} explained={errorAtlas[code]} /> : <NotFound text={says.unknown} />
}

function Errors() {
  const [letters, setLetters] = useState('')
  usePageTitle(says.title)
  const wanted = letters.trim().toLowerCase()
  const found = codes.filter((code) => `${code} ${errorAtlas[code].means}`.toLowerCase().includes(wanted))
  return (
    <Page wide>
      <div className="read">
        <h1>{says.title}</h1>
        <p className="lead">{says.lead}</p>
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
          <dl className="terms codes">
            {found.map((code) => (
              <div key={code}>
                <dt translate="no">
                  <Link href={`/errors/${code}`}>{code}</Link>
                </dt>
                <dd>
                  <InlineCode text={errorAtlas[code].means} />
                  <span className="also">{'lines' in errorCauses[code] ? says.runs : says.fault}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Page>
  )
}

function OneError({ code, explained }: { code: KmsErrorCode; explained: ErrorExplained }) {
  usePageTitle(code)
  const declaring = [...operations].filter(([, { errors }]) => errors.includes(code)).map(([name]) => name)
  return (
    <Page>
      <div className="read">
        <Crumbs to={[[says.title, '/errors']]} />
        <h1 translate="no" className="code-title">
          {code}
        </h1>
        <h2>{says.means}</h2>
        <p>
          <InlineCode text={explained.means} />
        </p>
        <h2>{says.lookAt}</h2>
        <p>
          <InlineCode text={explained.lookAt} />
        </p>
        <SourceLine source={explained.source} />
        <Cause code={code} />
        {declaring.length > 0 && (
          <>
            <h2>{says.declares}</h2>
            <ul className="chips" translate="no">
              {declaring.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Page>
  )
}

function Cause({ code }: { code: KmsErrorCode }) {
  const cause = errorCauses[code]
  if ('only' in cause) {
    return (
      <>
        <h2>{says.never}</h2>
        <p>
          <InlineCode text={cause.only} />
        </p>
      </>
    )
  }
  return (
    <>
      <h2>{says.meet}</h2>
      <p>
        {cause.why} {says.meetText}
      </p>
      <div className="term lines" translate="no" role="region" aria-label={says.meet} tabIndex={0}>
        {cause.lines.map((line, i) => (
          <code key={i}>{line}</code>
        ))}
        <span className="err">{code}</span>
      </div>
      <div className="row">
        <CopyButton text={() => cause.lines.join('\n')} label={says.copy} className="btn" />
        <Link className="btn" href="/sandbox">
          {says.openSandbox}
        </Link>
      </div>
    </>
  )
}
