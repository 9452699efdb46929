import { screenFileAt, type ScreenFile } from './screen-files.ts'
import { screen } from './screen.tsx'

export const LabPage = screen(() => import('../ui/pages/lab-page.tsx'))
export const SolutionPage = screen(() => import('../ui/pages/solution-page.tsx'))
export const SandboxPage = screen(() => import('../ui/pages/sandbox-page.tsx'))
export const FlowPage = screen(() => import('../ui/pages/flow-page.tsx'))
export const ModulePage = screen(() => import('../ui/pages/module-page.tsx'))
export const LearnPage = screen(() => import('../ui/pages/learn-page.tsx'))
export const ComparePage = screen(() => import('../ui/pages/compare-page.tsx'))
export const GlossaryPage = screen(() => import('../ui/pages/glossary-page.tsx'))
export const DrawingsPage = screen(() => import('../ui/pages/drawings-page.tsx'))
export const ErrorsPage = screen(() => import('../ui/pages/errors-page.tsx'))
export const PracticePage = screen(() => import('../ui/pages/practice-page.tsx'))
export const ProgressPage = screen(() => import('../ui/pages/progress-page.tsx'))
export const StatementPage = screen(() => import('../ui/pages/statement-page.tsx'))
export const PrerequisitesPage = screen(() => import('../ui/pages/prerequisites-page.tsx'))
export const PracticeItemPage = screen(() => import('../ui/pages/practice-item-page.tsx'))
export const ExamPage = screen(() => import('../ui/pages/exam-page.tsx'))
export const TryPage = screen(() => import('../ui/pages/try-page.tsx'))
export const ReviewPage = screen(() => import('../ui/pages/review-page.tsx'))
export const GameDayPage = screen(() => import('../ui/pages/game-day-page.tsx'))
export const Settings = screen(() => import('../ui/pages/settings.tsx'))
export const Fidelity = screen(() => import('../ui/pages/fidelity.tsx'))

const byFile: Readonly<Record<ScreenFile, { load(): Promise<void> }>> = {
  'lab-page': LabPage,
  'solution-page': SolutionPage,
  'sandbox-page': SandboxPage,
  'flow-page': FlowPage,
  'module-page': ModulePage,
  'learn-page': LearnPage,
  'compare-page': ComparePage,
  'glossary-page': GlossaryPage,
  'drawings-page': DrawingsPage,
  'errors-page': ErrorsPage,
  'practice-page': PracticePage,
  'progress-page': ProgressPage,
  'statement-page': StatementPage,
  'prerequisites-page': PrerequisitesPage,
  'practice-item-page': PracticeItemPage,
  'exam-page': ExamPage,
  'try-page': TryPage,
  'review-page': ReviewPage,
  'game-day-page': GameDayPage,
  settings: Settings,
  fidelity: Fidelity,
}

/** The screen that a path asks for; none for the door, which is part of the first file. */
export function screenAt(path: string): { load(): Promise<void> } | undefined {
  const file = screenFileAt(path)
  return file && byFile[file]
}
