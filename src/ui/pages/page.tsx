import type { ReactNode } from 'react'
import { SiteFooter, SiteHeader } from '../site-header.tsx'
import '../door/door.css'

/** A page of text. */
export function Page({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div className="door">
      <SiteHeader />
      <main id="content" className={wide ? 'page wide w-full' : 'page w-full'} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
