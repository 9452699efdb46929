import { Link, useLocation } from 'wouter'
import { Glyph } from './glyphs/glyph.tsx'
import { Icon } from './glyphs/icon.tsx'
import { places } from './places.tsx'
import { ReviewDue } from './review-due.tsx'
import { ThemeButton } from './theme-button.tsx'
import { words } from './words.ts'

/** Inside a part of the page its link is marked too, and says so. */
const currency = (href: string, here: string) =>
  here === href ? 'page' : href !== '/' && here.startsWith(`${href}/`) ? 'true' : undefined

/** The head of every page but the workspace: only what is there is linked. */
export function SiteHeader() {
  const [here] = useLocation()
  const link = ({ href, text }: (typeof places)[number]) => (
    <Link key={href} href={href} aria-current={currency(href, here)}>
      {text}
      {href === '/review' && <ReviewDue />}
    </Link>
  )
  return (
    <header className="top">
      <Link className="home" href="/">
        <Glyph name="mark" size={26} /> {words.app.name}
      </Link>
      <nav aria-label={words.app.nav} className="broad">
        {places.filter(({ aside }) => !aside).map(link)}
      </nav>
      <ThemeButton />
      <details className="narrow">
        <summary aria-label={words.app.menu} className="btn quiet icon">
          <Icon name="menu" />
        </summary>
        <nav aria-label={words.app.menu}>{places.map(link)}</nav>
      </details>
    </header>
  )
}

export function SiteFooter() {
  return (
    <footer className="foot">
      <span>{words.app.independent}</span>
      <span>{words.app.checked}</span>
      <Link href="/glossary">{words.app.glossary}</Link>
      <Link href="/errors">{words.app.errors}</Link>
      <Link href="/fidelity">{words.app.differencesLong}</Link>
    </footer>
  )
}
