import { Link } from 'wouter'
import { words } from '../words.ts'
import { Page } from './page.tsx'

export function NotFound({ text = words.notFound.text }: { text?: string }) {
  return (
    <Page>
      <h1>{words.notFound.title}</h1>
      <p>{text}</p>
      <ul className="linkline mt-4 grid gap-3">
        <li>
          <Link href="/">{words.app.labs}</Link>
        </li>
        <li>
          <Link href="/sandbox">{words.app.sandbox}</Link>
        </li>
        <li>
          <Link href="/fidelity">{words.app.differencesLong}</Link>
        </li>
        <li>
          <Link href="/settings">{words.app.settings}</Link>
        </li>
      </ul>
    </Page>
  )
}
