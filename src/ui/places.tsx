import { Link } from 'wouter'
import { words } from './words.ts'

/** The parts of the page that can be gone to. */
export const places = [
  { href: '/', text: words.app.labs },
  { href: '/sandbox', text: words.app.sandbox },
  { href: '/fidelity', text: words.app.differences },
  { href: '/settings', text: words.app.settings },
] as const

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
