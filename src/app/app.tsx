import { startTransition, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { Announcer } from '../ui/announce.tsx'
import { Door } from '../ui/door/door.tsx'
import { NotFound } from '../ui/pages/not-found.tsx'
import { Opening } from '../ui/pages/opening.tsx'
import { SessionProvider, type SessionState } from '../ui/session.tsx'
import { words } from '../ui/words.ts'
import { afterPaint } from './after-paint.ts'
import { RootGuard } from './root-guard.tsx'
import { wake } from './wake.ts'
import { Broken } from './broken.tsx'
import { decoded, useHashLocation } from './hash-location.ts'
import {
  ComparePage,
  ErrorsPage,
  ExamPage,
  Fidelity,
  FlowPage,
  GameDayPage,
  DrawingsPage,
  GlossaryPage,
  LabPage,
  LearnPage,
  ModulePage,
  PracticeItemPage,
  PracticePage,
  PrerequisitesPage,
  ProgressPage,
  ReviewPage,
  SandboxPage,
  Settings,
  SolutionPage,
  StatementPage,
  TryPage,
} from './screens.ts'
import { useLanding } from './use-landing.ts'

/** The page in the browser: what opens the session, and which screen shows. */
export function App() {
  const [state, setState] = useState<SessionState>({ is: 'opening' })
  const open = useMemo(
    () => async (saved: boolean) => {
      setState({ is: 'opening' })
      try {
        const { openSession } = await wake()
        const session = await openSession(saved)
        // The screen that stands stays usable while the one with the session is drawn.
        startTransition(() => setState({ is: 'ready', session }))
      } catch (error) {
        setState({ is: 'broken', error })
      }
    },
    [],
  )
  useEffect(() => afterPaint(() => void open(true)), [open])
  useLanding()

  return (
    <RootGuard>
      <SessionProvider value={state}>
        <Router hook={useHashLocation}>
          <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
            {words.app.skip}
          </button>
          {state.is === 'broken' ? (
            <Broken error={state.error} onFresh={() => open(false)} onRetry={() => open(true)} />
          ) : (
            <Suspense fallback={<Opening />}>
              <Switch>
                <Route path="/">
                  <Titled>
                    <Door />
                  </Titled>
                </Route>
                <Route path="/lab/:id">{({ id }) => <LabPage id={decoded(id)} />}</Route>
                <Route path="/lab/:id/solution">{({ id }) => <SolutionPage id={decoded(id)} />}</Route>
                <Route path="/sandbox">
                  <Titled title={words.app.sandbox}>
                    <SandboxPage />
                  </Titled>
                </Route>
                <Route path="/flow/:beat?">{({ beat }) => <FlowPage {...(beat ? { beat } : {})} />}</Route>
                <Route path="/learn">
                  <Redirect to="/" replace />
                </Route>
                <Route path="/learn/:module">{({ module }) => <ModulePage module={module} />}</Route>
                <Route path="/learn/:module/:part">
                  {({ module, part }) => <LearnPage module={module} part={part} />}
                </Route>
                <Route path="/compare/two-worlds/:script?">
                  {({ script }) => <ComparePage worlds {...(script ? { script: decoded(script) } : {})} />}
                </Route>
                <Route path="/compare/:row?">
                  {({ row }) => <ComparePage {...(row ? { row: decoded(row) } : {})} />}
                </Route>
                <Route path="/glossary/:term?">
                  {({ term }) => <GlossaryPage {...(term ? { term: decoded(term) } : {})} />}
                </Route>
                <Route path="/drawings">
                  <DrawingsPage />
                </Route>
                <Route path="/errors/:name?">
                  {({ name }) => <ErrorsPage {...(name ? { name: decoded(name) } : {})} />}
                </Route>
                <Route path="/practice">
                  <Titled title={words.app.practice}>
                    <PracticePage />
                  </Titled>
                </Route>
                <Route path="/review">
                  <ReviewPage />
                </Route>
                <Route path="/practice/exam/:attempt?">
                  {({ attempt }) => <ExamPage {...(attempt ? { attempt } : {})} />}
                </Route>
                <Route path="/practice/prerequisites">
                  <PrerequisitesPage />
                </Route>
                <Route path="/practice/:id/try">{({ id }) => <TryPage id={decoded(id)} />}</Route>
                <Route path="/practice/:id">{({ id }) => <PracticeItemPage id={decoded(id)} />}</Route>
                <Route path="/progress">
                  <Titled title={words.app.progress}>
                    <ProgressPage />
                  </Titled>
                </Route>
                <Route path="/progress/statement">
                  <Titled title={words.app.statement}>
                    <StatementPage />
                  </Titled>
                </Route>
                <Route path="/gameday/:seed?">
                  {({ seed }) => <GameDayPage {...(seed ? { seed } : {})} />}
                </Route>
                <Route path="/fidelity">
                  <Titled title={words.app.differences}>
                    <Fidelity />
                  </Titled>
                </Route>
                <Route path="/settings">
                  <Titled title={words.app.settings}>
                    <Settings />
                  </Titled>
                </Route>
                <Route>
                  <Titled title={words.notFound.title}>
                    <NotFound />
                  </Titled>
                </Route>
              </Switch>
            </Suspense>
          )}
        </Router>
        <Announcer />
      </SessionProvider>
    </RootGuard>
  )
}

/** Each screen has its own title; a new screen begins at its top. */
function Titled({ title, children }: { title?: string; children: ReactNode }) {
  const [here] = useLocation()
  useEffect(() => {
    document.title = title === undefined ? words.app.name : `${title} - ${words.app.name}`
    scrollTo(0, 0)
  }, [title, here])
  return children
}
