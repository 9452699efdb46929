import { useEffect, useRef } from 'react'
import { errorAtlas } from '../../course/error-atlas.ts'
import { sources } from '../../course/words/sources.ts'
import { isKmsErrorCode } from '../../kms/errors.ts'
import { operations } from '../../kms/operations/index.ts'
import type { TypedCall } from '../../lab/typed-call.ts'
import { explainError } from '../bench/explain-error.ts'
import { words as bench } from '../bench/words.ts'
import { AtlasLink } from '../learn/atlas-link.tsx'
import { words } from './words.ts'

const says = words.entry

/** What a line asked of the services, and what a refusal means, with the pages that say so. */
export function Explanation({ calls }: { calls: readonly TypedCall[] }) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [])
  const seen = new Map(calls.map((call) => [`${call.operation}/${call.error?.code ?? ''}`, call]))
  return (
    <ul className="t-explained" ref={list}>
      {[...seen].map(([key, { operation, error }]) => {
        const known = error && isKmsErrorCode(error.code) ? errorAtlas[error.code] : undefined
        const explained = error && explainError(error.code, operation, error.message)
        const docs = operations.get(operation)?.docs
        return (
          <li key={key}>
            <b translate="no">{operation}</b>
            {bench.operations[operation] !== undefined && `: ${bench.operations[operation]}.`}{' '}
            {explained !== undefined && `${explained} `}
            {docs !== undefined && <Page href={docs} title={says.page(operation)} />}{' '}
            {known && error && <AtlasLink code={error.code} />}{' '}
            {known && error && <Page href={sources[known.source]} title={says.why(error.code)} />}
          </li>
        )
      })}
    </ul>
  )
}

const Page = ({ href, title }: { href: string; title: string }) => (
  <a href={href} rel="noopener noreferrer" target="_blank">
    {title}
  </a>
)
