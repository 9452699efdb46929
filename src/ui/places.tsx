import { Link } from 'wouter'
import { words } from './words.ts'

/** The parts of the page that can be gone to; those `aside` are for looking up, and stand in the foot of a wide page. */
export const places: readonly { readonly href: string; readonly text: string; readonly aside?: true }[] = [
  { href: '/', text: words.app.labs },
  { href: '/flow', text: words.app.flow },
  { href: '/compare', text: words.app.compare },
  { href: '/practice', text: words.app.practice },
  { href: '/review', text: words.app.review },
  { href: '/progress', text: words.app.progress },
  { href: '/gameday', text: words.app.gameDays },
  { href: '/sandbox', text: words.app.sandbox },
  { href: '/glossary', text: words.app.glossary, aside: true },
  { href: '/errors', text: words.app.errors, aside: true },
  { href: '/fidelity', text: words.app.differences, aside: true },
  { href: '/settings', text: words.app.settings },
]

/** The same as a list, where there is room for it. */
export function PlaceList({ className = '' }: { className?: string }) {
  return (
    <ul className={`linkline ${className}`}>
      {places.map(({ href, text }) => (
        <li key={href}>
          <Link href={href}>{text}</Link>
        </li>
      ))}
    </ul>
  )
}
