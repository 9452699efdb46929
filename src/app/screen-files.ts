/**
 * How the path of a screen begins, and the file in src/ui/pages that draws it; the longer beginning first. The door is
 * part of the first file. The build writes this list into theme.js, so that a screen's files come beside the first ones
 * and not after them.
 */
export const screenFiles = [
  ['^/lab/[^/]+/solution', 'solution-page'],
  ['^/lab/', 'lab-page'],
  ['^/sandbox', 'sandbox-page'],
  ['^/flow', 'flow-page'],
  ['^/learn/[^/]+/.', 'learn-page'],
  ['^/learn/.', 'module-page'],
  ['^/compare', 'compare-page'],
  ['^/glossary', 'glossary-page'],
  ['^/drawings', 'drawings-page'],
  ['^/errors', 'errors-page'],
  ['^/practice/exam', 'exam-page'],
  ['^/practice/prerequisites', 'prerequisites-page'],
  ['^/practice/[^/]+/try', 'try-page'],
  ['^/practice/.', 'practice-item-page'],
  ['^/practice', 'practice-page'],
  ['^/review', 'review-page'],
  ['^/progress/statement', 'statement-page'],
  ['^/progress', 'progress-page'],
  ['^/gameday', 'game-day-page'],
  ['^/fidelity', 'fidelity'],
  ['^/settings', 'settings'],
] as const

export type ScreenFile = (typeof screenFiles)[number][1]

export const screenFileAt = (path: string): ScreenFile | undefined =>
  screenFiles.find(([begins]) => new RegExp(begins).test(path))?.[1]
