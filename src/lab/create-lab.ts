import { trailLength } from '../cloud/trail.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import { fileActs } from './file-acts.ts'
import { keepingEarned, markRewound } from './history.ts'
import type { Action } from './journal.ts'
import type { Lab } from './lab.ts'
import { learningActs } from './learning-acts.ts'
import type { LabPorts } from './ports.ts'
import { PROGRESS, SESSION, type ProgressRow } from './rows.ts'
import { readSaveFile, writeSaveFile } from './save-file.ts'
import { Session } from './session.ts'
import { createStage, earnedRows, emptyWorld } from './stage.ts'
import { createTerminal } from './terminal.ts'
import { worldActs } from './world-acts.ts'
import { labSeed, worldRows } from './world-rows.ts'
import { Workspace } from './workspace.ts'

/** Opens the learner's workspace, or begins one. Resolves within seconds whatever storage does; never rejects for it. */
export async function createLab(ports: LabPorts): Promise<Lab> {
  const session = new Session(ports)
  const workspace = new Workspace(ports, session)
  const { tables, world, cloud, store } = session
  await ports.rest?.()
  await workspace.begin()
  session.recall()

  async function step(kind: 'undo' | 'redo'): Promise<void> {
    const next = () =>
      (kind === 'undo' ? session.ledger.history.undoable : session.ledger.history.redoable).at(-1)
    if (!next()) return
    await session.act({ action: (of): Action => ({ kind, of }), strict: true }, () => {
      const { seq, change } = next() ?? { seq: 0, change: [] }
      const before = session.progress()
      tables.apply(keepingEarned(change, tables))
      if (kind === 'undo') tables.apply(markRewound(session.current(), before, tables))
      world.restore(tables)
      return seq
    })
  }

  /** Puts another state in the place of all there is, on the screen and on the disk. */
  async function beginFrom(other: () => ReturnType<Session['blank']>): Promise<void> {
    const saved = await session.inTurn(() => {
      session.requireWritable()
      const { image, rebuilt } = other()
      session.adopt(image, rebuilt)
      store.setState({ calls: [], coach: undefined })
      return { done: workspace.replaceAll() }
    })
    terminal.renew()
    await saved.done
  }

  const lab: Omit<Lab, 'terminal'> = {
    store,
    tables,
    trail: () => cloud.trail(),
    upcoming: (until) => cloud.upcoming(until),
    ...worldActs(session),
    ...fileActs(session),
    ...learningActs(session),

    async startLab(lab, seed) {
      await session.act(
        { action: (): Action => ({ kind: 'start-lab', labId: lab.id, seed }), strict: true, busy: lab.id },
        async () => {
          const passes = tables.get<ProgressRow>(PROGRESS, lab.id)?.passes ?? 0
          tables.apply([...emptyWorld(tables, lab.id), ...worldRows(labSeed(lab.id, seed))])
          world.restore(tables)
          await labOfSeed(lab, seed).start(
            createStage({ tables, world, cloud, crypto: ports.crypto, rest: ports.rest }),
          )
          const progress: ProgressRow = {
            labId: lab.id,
            seed,
            startedAt: world.clock.now(),
            began: session.wallNow(),
            met: {},
            hints: {},
            passed: false,
            passes,
            firstEvent: trailLength(tables),
          }
          tables.apply([[PROGRESS, lab.id, progress]])
          tables.apply([[SESSION, 'current', { labId: lab.id, seed }]])
        },
      )
      // What the former world answered names keys and records that this one does not have.
      store.setState({ coach: undefined, calls: [] })
      terminal.renew()
    },

    undo: () => step('undo'),
    redo: () => step('redo'),

    reset: () => beginFrom(() => session.blank(earnedRows(tables))),

    takeOver: () => workspace.takeOver(),
    retrySave: () => workspace.retry(),
    dismissNotice: () => store.setState({ notice: undefined }),
    journal: () => workspace.journal(),
    save: () => session.inTurn(() => writeSaveFile(session.ledger.image)),

    async load(bytes) {
      const read = readSaveFile(bytes, session.wallNow())
      await beginFrom(() => read)
    },

    close() {
      terminal.close()
      return workspace.close()
    },
  }
  const terminal = createTerminal({ session, lab, shell: ports.shell })
  return { ...lab, terminal }
}
