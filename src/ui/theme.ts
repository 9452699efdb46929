import { create } from 'zustand'

export type Theme = 'light' | 'dark' | 'auto'
export type Motion = 'auto' | 'off'

interface Look {
  readonly theme: Theme
  readonly motion: Motion
}

const KEY = 'kms-key-material-lab/look'

/** How the page looks. Kept where losing it costs nothing; the page works without. */
export const useLook = create<Look>(() => read())

export function setLook(change: Partial<Look>): void {
  useLook.setState(change)
  const { theme, motion } = useLook.getState()
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- read before the first paint; losing it costs one click
    localStorage.setItem(KEY, JSON.stringify({ theme, motion }))
  } catch {
    // Storage is blocked: the choice holds for this page only.
  }
  applyLook()
}

/** The theme in effect: what was chosen, else what the system asks for. */
export function themeInEffect(theme = useLook.getState().theme): 'light' | 'dark' {
  if (theme !== 'auto') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const stillFrames = (): boolean =>
  useLook.getState().motion === 'off' || matchMedia('(prefers-reduced-motion: reduce)').matches

export function applyLook(): void {
  const { theme, motion } = useLook.getState()
  const root = document.documentElement
  root.dataset.theme = themeInEffect(theme)
  root.dataset.motion = motion
}

/** Follows the system while the choice is "auto". @returns the way to stop */
export function followSystem(): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)')
  query.addEventListener('change', applyLook)
  return () => query.removeEventListener('change', applyLook)
}

function read(): Look {
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- as above
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>
    const theme = stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'auto'
    return { theme, motion: stored.motion === 'off' ? 'off' : 'auto' }
  } catch {
    return { theme: 'auto', motion: 'auto' }
  }
}
