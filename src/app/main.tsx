import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/styles.css'
import { applyLook, followSystem } from '../ui/theme.ts'
import { App } from './app.tsx'
import { placeIn } from './hash-location.ts'
import { screenAt } from './screens.ts'

applyLook()
followSystem()

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
/** As a transition: React draws it in short goes, and a slow phone can answer in between. */
const draw = () =>
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  )

/** How long the page waits for the file of its screen before it says that it is opening. */
const LONGEST_MS = 1_000

// One drawing instead of two. Whether the file came is the screen's own matter: it asks for it again and says so.
const file = screenAt(placeIn(location.hash).path)?.load()
if (file) {
  const longest = new Promise((resolve) => setTimeout(resolve, LONGEST_MS))
  void Promise.race([file.catch(() => undefined), longest]).then(draw)
} else draw()
