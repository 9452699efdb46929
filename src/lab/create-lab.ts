import { createWire } from '../wire/handle.ts'
import { seconds, type Instant } from '../world/clock.ts'
import { trailLength } from '../cloud/trail.ts'
import { passTime } from '../course/apps/pass-time.ts'
import { actingNow, addressed, putActing, requireActing, type Acting } from './acting.ts'
import {
  refuseCredentialBytes,
  refuseCredentialsIn,
  requireFileName,
  requireFileSize,
  requireText,
} from './guard.ts'
import { encodeHex } from '../bytes/hex.ts'
import type { Ring } from '../course/lab-definition.ts'
import { sha256 } from '../crypto/sha256.ts'
import { LabRefusal } from './refusal.ts'
import { says } from './words.ts'
import { labOfSeed } from '../course/lab-of-seed.ts'
import { keepingEarned, markRewound } from './history.ts'
import type { Action } from './journal.ts'
import { beliefsShown } from './beliefs-shown.ts'
import { answerOf, commandOf, keptFiles, wireRequest } from './kms-call.ts'
import { MAX_CALLS, type CallEntry, type CallRequest, type Lab } from './lab.ts'
import type { LabPorts } from './ports.ts'
import { receive } from './receive.ts'
import { callAction, isReadOnly } from './redact.ts'
import {
  ANSWERED,
  ANSWERS,
  EXAMS,
  PARTS,
  partKept,
  file,
  FILES,
  PROGRESS,
  RINGS,
  SESSION,
  type AnswerRow,
  type FileRow,
  type ProgressRow,
} from './rows.ts'
import { recordOf } from './record-of.ts'
import { requireAnswered, requireExam, requirePart } from './learning-row-shapes.ts'
import { readSaveFile, writeSaveFile } from './save-file.ts'
import { sentRequest } from './sent-request.ts'
import { Session } from './session.ts'
import { ACCOUNT, createStage, earnedRows, emptyWorld, HOME_REGION, local } from './stage.ts'
import { createTerminal } from './terminal.ts'
import { answerKey } from './view.ts'
import { labSeed, worldRows } from './world-rows.ts'
import { Workspace } from './workspace.ts'

/** Opens the learner's workspace, or begins one. Resolves within seconds whatever storage does; never rejects for it. */
export async function createLab(ports: LabPorts): Promise<Lab> {
  const session = new Session(ports)
  const workspace = new Workspace(ports, session)
  const { tables, world, cloud, store } = session
  const wire = createWire({ cloud, account: ACCOUNT, region: HOME_REGION })
  await ports.rest?.()
  await workspace.begin()
  session.recall()

  const putRow = (table: string, key: string, row: unknown) => tables.apply([[table, key, row]])

  const letPass = (to: Instant) => passTime({ cloud, clock: world.clock, local }, to)
  /** What a call costs, with what falls due meanwhile and what apps do. */
  function takeTime(from: 'typed' | 'form'): Promise<void> {
    const { secondsPerCall = 1, secondsPerForm = secondsPerCall } = session.current() ?? {}
    return letPass(world.clock.now() + seconds(from === 'form' ? secondsPerForm : secondsPerCall))
  }

  async function runCall(request: CallRequest & Acting): Promise<CallEntry> {
    const at = world.clock.now()
    const response = await wire(wireRequest(request, tables))
    const answer = answerOf(response)
    tables.apply(keptFiles(request, answer.output, at))
    const eventNumber = recordOf(tables, response.headers['x-amzn-requestid'])
    await takeTime('form')
    const number = (store.getState().calls.at(-1)?.number ?? 0) + 1
    return {
      number,
      at,
      request,
      command: commandOf(request),
      ...answer,
      ...(eventNumber === undefined ? {} : { eventNumber }),
    }
  }

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

  const lab: Omit<Lab, 'terminal'> = {
    store,
    tables,
    trail: () => cloud.trail(),
    upcoming: (until) => cloud.upcoming(until),

    async call(request) {
      refuseCredentialsIn(request)
      const { operation } = request
      const entry = await session.act(
        {
          action: (called) => callAction(called.request, called.error?.code),
          strict: !isReadOnly(operation),
          busy: operation,
          coached: true,
        },
        () => runCall(addressed(tables, request)),
      )
      store.setState(({ calls }) => ({ calls: [...calls, entry].slice(-MAX_CALLS) }))
      return entry
    },

    async actAs(change) {
      await session.act(
        { action: (acting: Acting): Action => ({ kind: 'act-as', ...acting }), strict: true },
        () => {
          const acting = requireActing(tables, { ...actingNow(tables), ...change })
          tables.apply(putActing(tables, acting))
          return acting
        },
      )
    },

    async send(request) {
      refuseCredentialBytes(request.body)
      const sent = sentRequest(request, tables, world.clock.now())
      return session.act(
        {
          action: (response) =>
            callAction(sent, response.status === 200 ? undefined : answerOf(response).error?.code),
          strict: !isReadOnly(sent.operation),
          busy: sent.operation,
          coached: true,
        },
        async () => {
          const response = await wire(request)
          await takeTime('typed')
          return response
        },
      )
    },

    async moveClock(to) {
      return session.act(
        { action: (): Action => ({ kind: 'clock', to }), strict: true, busy: 'clock', coached: true },
        async () => {
          const from = world.clock.now()
          if (!(to >= from)) throw new RangeError('the clock moves forward only')
          const happened = cloud.upcoming(to)
          await letPass(to)
          return { from, to, happened }
        },
      )
    },

    async regionFailure(region = actingNow(tables).region) {
      requireActing(tables, { ...actingNow(tables), region })
      return session.act(
        {
          action: (): Action => ({ kind: 'region-failure', region }),
          strict: true,
          busy: 'region-failure',
          coached: true,
        },
        async () => (await cloud.regionFailure(region)).map(({ arn }) => arn),
      )
    },

    async ring(about) {
      const phone = session.current()?.phone
      if (!phone?.about.some(({ id }) => id === about))
        throw new LabRefusal(phone ? says.nothingToAsk(about) : says.nobodyToRing)
      return session.act(
        { action: (): Action => ({ kind: 'ring', about }), strict: true, busy: 'ring' },
        async () => {
          const at = world.clock.now()
          await letPass(at + phone.takes)
          const { said, gives } = await phone.answer(session.seen(), about, (bytes) =>
            encodeHex(sha256(bytes)),
          )
          const until = world.clock.now()
          for (const { name, bytes } of gives)
            putRow(FILES, name, { name, bytes, changedAt: until } satisfies FileRow)
          const ring: Ring = { about, at, until, said, gave: gives.map(({ name }) => name) }
          putRow(RINGS, String(tables.size(RINGS) + 1), ring)
          return ring
        },
      )
    },

    async putFile(name, bytes) {
      requireFileSize(bytes)
      const flat = requireFileName(name)
      refuseCredentialBytes(bytes)
      const row = (): FileRow => ({ name: flat, bytes: bytes.slice(), changedAt: world.clock.now() })
      await session.act(
        { action: (): Action => ({ kind: 'put-file', name: flat, size: bytes.length }), strict: true },
        () => {
          putRow(FILES, flat, row())
        },
      )
    },

    async removeFile(name) {
      await session.act(
        { action: (): Action => ({ kind: 'remove-file', name, size: 0 }), strict: true },
        () => {
          if (file(tables, name)) putRow(FILES, name, null)
        },
      )
    },

    receive: (name, bytes) => receive(session, name, bytes),

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
          putRow(PROGRESS, lab.id, progress)
          putRow(SESSION, 'current', { labId: lab.id, seed })
        },
      )
      // What the former world answered names keys and records that this one does not have.
      store.setState({ coach: undefined, calls: [] })
      terminal.renew()
    },

    async answer(id, value, certainty) {
      requireText(value)
      await session.act({ action: (): Action => ({ kind: 'answer', id }), strict: true }, () => {
        const lab = session.current()
        const key = answerKey(lab?.id, id)
        const locked = lab?.steps.some(({ predictions }) =>
          predictions?.some((prediction) => prediction.id === id),
        )
        if (locked && tables.get(ANSWERS, key)) return
        const row: AnswerRow = {
          value,
          at: world.clock.now(),
          seenAt: session.wallNow(),
          ...(certainty === undefined ? {} : { certainty }),
        }
        putRow(ANSWERS, key, row)
        if (lab) tables.apply(beliefsShown(lab, id, row, tables))
      })
    },

    async answerItem(answered) {
      const row = requireAnswered(answered)
      await session.act(
        { action: (): Action => ({ kind: 'answer-item', itemId: row.itemId }), strict: true },
        () => {
          putRow(ANSWERED, String(tables.size(ANSWERED) + 1), row)
        },
      )
    },

    async putExam(exam) {
      const row = requireExam(exam)
      await session.act(
        { action: (): Action => ({ kind: 'exam', attempt: row.attempt }), strict: true },
        () => {
          putRow(EXAMS, row.attempt, row)
        },
      )
    },

    async keepPart(part, news) {
      await session.act({ action: (): Action => ({ kind: 'part', part }), strict: true }, () => {
        const before = partKept(tables, part)
        const row = requirePart({
          part,
          ...before,
          bets: { ...before?.bets, ...('bets' in news ? news.bets : {}) },
          ...('done' in news && before?.done === undefined ? { done: news.done } : {}),
        })
        putRow(PARTS, part, row)
      })
    },

    async takeHint(stepId, level) {
      await session.act({ action: (): Action => ({ kind: 'hint', stepId, level }), strict: false }, () => {
        const progress = session.progress()
        if (!progress || (progress.hints[stepId] ?? 0) >= level) return
        putRow(PROGRESS, progress.labId, { ...progress, hints: { ...progress.hints, [stepId]: level } })
      })
    },

    undo: () => step('undo'),
    redo: () => step('redo'),

    async reset() {
      const saved = await session.inTurn(() => {
        session.requireWritable()
        const { image, rebuilt } = session.blank(earnedRows(tables))
        session.adopt(image, rebuilt)
        store.setState({ calls: [], coach: undefined })
        return { done: workspace.replaceAll() }
      })
      terminal.renew()
      await saved.done
    },

    takeOver: () => workspace.takeOver(),
    retrySave: () => workspace.retry(),
    dismissNotice: () => store.setState({ notice: undefined }),
    journal: () => workspace.journal(),
    save: () => session.inTurn(() => writeSaveFile(session.ledger.image)),

    async load(bytes) {
      const { image, rebuilt } = readSaveFile(bytes, session.wallNow())
      const saved = await session.inTurn(() => {
        session.requireWritable()
        session.adopt(image, rebuilt)
        store.setState({ calls: [], coach: undefined })
        return { done: workspace.replaceAll() }
      })
      terminal.renew()
      await saved.done
    },

    close() {
      terminal.close()
      return workspace.close()
    },
  }
  const terminal = createTerminal({ session, lab, shell: ports.shell })
  return { ...lab, terminal }
}
