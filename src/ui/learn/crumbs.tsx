import { Link } from 'wouter'
import './learn.css'

/** Where a page to read stands. */
export function Crumbs({ to }: { to: readonly (readonly [text: string, href: string])[] }) {
  return (
    <nav aria-label={to.map(([text]) => text).join(', ')}>
      <ol className="crumbs">
        {to.map(([text, href]) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
