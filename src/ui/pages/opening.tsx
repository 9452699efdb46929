import { words } from '../words.ts'

/** While a part of the page loads; says so only when it takes a moment. */
export function Opening() {
  return (
    <main id="content" className="page opening" tabIndex={-1}>
      <p role="status">{words.app.loading}</p>
    </main>
  )
}
