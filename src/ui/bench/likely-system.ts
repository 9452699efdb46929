import type { System } from '../../course/commands/command-sheet.ts'

/** The system a visitor most likely sits at. */
export function likelySystem(userAgent: string): System {
  if (/Windows/i.test(userAgent)) return 'windows'
  return /Mac OS|iPhone|iPad/i.test(userAgent) ? 'macos' : 'linux'
}
