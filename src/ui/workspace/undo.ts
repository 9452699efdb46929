import type { Lab } from '../../lab/lab.ts'
import { announce } from '../announce.tsx'
import { words } from '../words.ts'

export const runUndo = (lab: Lab) => step(lab, 'undo')
export const runRedo = (lab: Lab) => step(lab, 'redo')

async function step(lab: Lab, way: 'undo' | 'redo'): Promise<void> {
  const { canUndo, canRedo } = lab.store.getState()
  if (way === 'undo' ? !canUndo : !canRedo) return
  try {
    await lab[way]()
    announce(way === 'undo' ? words.bar.undone : words.bar.redone)
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error))
  }
}
