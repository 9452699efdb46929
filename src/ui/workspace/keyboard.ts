import { useEffect } from 'react'
import type { Lab } from '../../lab/lab.ts'
import { closeDrawer, useFrame } from './frame.ts'
import { runRedo, runUndo } from './undo.ts'

/** F6 cycles the panes, Ctrl+Z and Ctrl+Shift+Z take back and do again outside fields, Escape closes the drawer. */
export function useKeyboard(lab: Lab): void {
  useEffect(() => {
    function down(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('dialog[open], :popover-open')) return
      if (event.key === 'F6') {
        event.preventDefault()
        cyclePanes(event.shiftKey ? -1 : 1)
      } else if (
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        event.key.toLowerCase() === 'z' &&
        !inField(event.target)
      ) {
        event.preventDefault()
        void (event.shiftKey ? runRedo(lab) : runUndo(lab))
      } else if (event.key === 'Escape' && useFrame.getState().drawer !== 'none' && !inField(event.target)) {
        closeDrawer()
        document.querySelector<HTMLElement>('.strip button')?.focus()
      }
    }
    addEventListener('keydown', down)
    return () => removeEventListener('keydown', down)
  }, [lab])
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  )
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[at < 0 ? (step > 0 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length]
  next?.focus()
}
