import { encodeHex } from '../bytes/hex.ts'
import { passTime } from '../course/apps/pass-time.ts'
import type { Ring } from '../course/lab-definition.ts'
import { sha256 } from '../crypto/sha256.ts'
import { createWire } from '../wire/handle.ts'
import { seconds, type Instant } from '../world/clock.ts'
import { actingNow, addressed, putActing, requireActing, type Acting } from './acting.ts'
import { refuseCredentialBytes, refuseCredentialsIn } from './guard.ts'
import type { Action } from './journal.ts'
import { answerOf, commandOf, keptFiles, wireRequest } from './kms-call.ts'
import { MAX_CALLS, type CallEntry, type CallRequest, type Lab } from './lab.ts'
import { recordOf } from './record-of.ts'
import { callAction, isReadOnly } from './redact.ts'
import { LabRefusal } from './refusal.ts'
import { FILES, RINGS, type FileRow } from './rows.ts'
import { sentRequest } from './sent-request.ts'
import type { Session } from './session.ts'
import { ACCOUNT, HOME_REGION, local } from './stage.ts'
import { says } from './words.ts'

/** What a learner does to the account: calls, time that passes, who is asked. Each takes time of the virtual clock. */
export function worldActs(
  session: Session,
): Pick<Lab, 'call' | 'actAs' | 'send' | 'moveClock' | 'regionFailure' | 'ring'> {
  const { tables, world, cloud, store } = session
  const wire = createWire({ cloud, account: ACCOUNT, region: HOME_REGION })

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

  return {
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
            tables.apply([[FILES, name, { name, bytes, changedAt: until } satisfies FileRow]])
          const ring: Ring = { about, at, until, said, gave: gives.map(({ name }) => name) }
          tables.apply([[RINGS, String(tables.size(RINGS) + 1), ring]])
          return ring
        },
      )
    },
  }
}
