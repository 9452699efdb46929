import type { ReactNode } from 'react'
import { SiteFooter, SiteHeader } from '../site-header.tsx'
import '../door/door.css'

/** A page of text. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <SiteHeader />
      <main id="content" className="page w-full" tabIndex={-1}>{children}</main>
      <SiteFooter />
    </div>
  )
}
