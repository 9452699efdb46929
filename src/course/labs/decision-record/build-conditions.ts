import { keyState, type KeyRecord } from '../../../kms/key.ts'
import { met, names, open, requested, succeeded } from '../../evidence.ts'
import type { Condition, LabView, NumberedEvent } from '../../lab-definition.ts'

export const ALIAS = 'alias/client'

const created = (view: LabView, key: KeyRecord) =>
  view.events.find((event) => event.eventName === 'CreateKey' && succeeded(event) && names(event, key))

export const inUse = (view: LabView) => view.behind(ALIAS)
export const aboutKey = (view: LabView, key: KeyRecord | undefined): readonly NumberedEvent[] =>
  key ? view.events.filter((event) => names(event, key)) : []

/** The alias points to a key of the right origin that works, and that is as `fault` wants it. */
export const aliasOnKey = (
  says: string,
  origin: KeyRecord['origin'],
  fault: (key: KeyRecord, view: LabView) => string | undefined = () => undefined,
): Condition => ({
  id: 'key-in-use',
  says,
  holds(view) {
    const key = inUse(view)
    if (!key) return open(`There is no ${ALIAS} yet.`, 'CreateAlias takes the name and the key.')
    if (key.origin !== origin)
      return open(`${ALIAS} points to a key of another origin.`, 'An origin never changes. Make another key.')
    if (keyState(key) !== 'Enabled')
      return open(`The key behind ${ALIAS} does not work yet.`, 'DescribeKey says what it waits for.')
    const wrong = fault(key, view)
    return wrong === undefined
      ? met(created(view, key))
      : open(wrong, 'Compare the key with the brief, line by line.')
  },
})

/** The key in use was rotated under its own ARN. */
export const rotatedInPlace: Condition = {
  id: 'rotated',
  says: `The key behind ${ALIAS} was rotated once, on demand, and its ARN stayed.`,
  holds(view) {
    const key = inUse(view)
    const asked = aboutKey(view, key).find(
      (event) => event.eventName === 'RotateKeyOnDemand' && succeeded(event),
    )
    const done = aboutKey(view, key).find(({ eventName }) => eventName === 'RotateKey')
    return asked && done
      ? met(done)
      : open(
          asked ? 'The rotation has begun.' : 'Nobody has rotated this key.',
          asked ? 'It takes a moment: let the clock run a little.' : 'RotateKeyOnDemand takes the key.',
        )
  },
}

const GUARDED = 'KeyCustodian'
const byGuarded = ({ eventName, userIdentity }: NumberedEvent) =>
  eventName === 'CreateKey' && userIdentity.arn?.includes(`/${GUARDED}/`) === true
const isDenied = ({ errorCode }: NumberedEvent) => errorCode?.startsWith('AccessDenied') === true
export const originOf = (event: NumberedEvent) => requested(event, 'origin') ?? 'AWS_KMS'

export const policyPut = (view: LabView) =>
  view.events.findLast(
    (event) =>
      event.eventName === 'PutRolePolicy' &&
      succeeded(event) &&
      requested(event, 'roleName') === GUARDED &&
      String(requested(event, 'policyDocument')).includes('kms:KeyOrigin'),
  )
/** A key of the brief's own origin that the guardrail refused */
export const deniedTheRight = (event: NumberedEvent, origin: KeyRecord['origin']) =>
  byGuarded(event) && isDenied(event) && originOf(event) === origin

/** A policy on the condition key, tried from both sides by the role it guards. */
export const guardrail = (origin: KeyRecord['origin']): Condition => ({
  id: 'guardrail',
  says: `A policy on \`kms:KeyOrigin\` keeps the role ${GUARDED} from creating keys of another origin than ${origin}, and you tried both.`,
  holds(view) {
    const policy = policyPut(view)
    if (!policy)
      return open(
        `The role ${GUARDED} has no policy about kms:KeyOrigin.`,
        'PutRolePolicy of IAM takes the role, a name and a policy with a Deny.',
      )
    const tries = view.events.filter((event) => byGuarded(event) && event.number > policy.number)
    const denied = tries.find((event) => isDenied(event) && originOf(event) !== origin)
    const allowed = tries.find((event) => succeeded(event) && originOf(event) === origin)
    if (denied && allowed) return met(denied.number > allowed.number ? denied : allowed)
    return open(
      `Since the policy: ${denied ? 'another origin was denied' : 'no other origin was denied'}, ${allowed ? 'the right one was allowed' : 'the right one was not tried or not allowed'}.`,
      `Call CreateKey twice as ${GUARDED}: with another origin, and with the right one.`,
    )
  },
})
