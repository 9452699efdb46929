import { announce } from './announce.tsx'
import { Icon } from './glyphs/icon.tsx'
import { setLook, themeInEffect, useLook } from './theme.ts'
import { words } from './words.ts'

export function ThemeButton() {
  useLook(({ theme }) => theme)
  function change() {
    const theme = themeInEffect() === 'dark' ? 'light' : 'dark'
    setLook({ theme })
    announce(words.theme.now(words.theme[theme]))
  }
  return (
    <button type="button" className="btn quiet icon" aria-label={words.theme.change} onClick={change}>
      <Icon name="theme" />
    </button>
  )
}
