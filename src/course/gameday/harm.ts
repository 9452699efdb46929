import type { LabView, NumberedEvent, WrongMove } from '../lab-definition.ts'
import { lastCall } from '../evidence.ts'
import { faultOf } from './faults/index.ts'
import type { Plan } from './incident.ts'
import { learnersActs } from './judge.ts'

interface Harm extends Omit<WrongMove, 'when'> {
  /** Told of a record of the learner's that was not refused */
  is(event: NumberedEvent, plan: Plan): boolean
  /** Shown in the score */
  readonly short: string
}

/** Acts that make a bad night worse. */
export const harms: readonly Harm[] = [
  {
    id: 'schedules-deletion',
    misconception: 'M-10',
    short: 'scheduled the deletion of a key',
    is: ({ eventName }) => eventName === 'ScheduleKeyDeletion',
    says: 'A scheduled deletion stops every use of the key at once and takes it away for good after the waiting time. It repairs nothing. Cancel it with CancelKeyDeletion.',
  },
  {
    id: 'new-material',
    misconception: 'M-07',
    short: 'imported new material as a rescue',
    is: ({ eventName, requestParameters }) =>
      eventName === 'ImportKeyMaterial' && requestParameters?.importType === 'NEW_KEY_MATERIAL',
    says: 'New material opens none of the old records. Once it is rotated in, the key needs it for ever as well. What is missing are the same bytes as before.',
  },
  {
    id: 'deletes-material',
    misconception: 'M-08',
    short: 'deleted imported material',
    is: ({ eventName }) => eventName === 'DeleteImportedKeyMaterial',
    says: 'This call takes material out at once. If the material belonged to the key for good, every record under the key is closed now: import the same bytes again.',
  },
  {
    id: 'opens-to-all',
    short: 'wrote a policy that is too wide',
    is: ({ eventName, requestParameters }) =>
      (eventName === 'PutKeyPolicy' && allowsEverybody(requestParameters?.policy)) ||
      (eventName === 'PutRolePolicy' &&
        /"kms:\*"|"Action":\s*"\*"/.test(String(requestParameters?.policyDocument))),
    says: 'This policy lets far more callers or acts through than the night needs. Write back what was there, without the part that is wrong.',
  },
  {
    id: 'new-key',
    misconception: 'M-21',
    short: 'created a key that the repair does not need',
    is: ({ eventName }, { faults }) =>
      (eventName === 'CreateKey' || eventName === 'ReplicateKey') &&
      !faults.some(({ fault }) => faultOf(fault).mayCreate),
    says: 'The repair needs no further key: each of the old records names the KMS key that made it. Repair the key that is there.',
  },
]

export const wrongMovesOf = (plan: Plan): readonly WrongMove[] =>
  harms.map(({ is, short: _short, ...move }) => ({
    ...move,
    when(view) {
      const event = lastCall(view)
      return event !== undefined && event.errorCode === undefined && is(event, plan)
    },
  }))

/** Every harmful act of the learner's, oldest first. */
export const harmDone = (plan: Plan, view: LabView) =>
  learnersActs(view).flatMap((event) =>
    event.errorCode === undefined
      ? harms.filter(({ is }) => is(event, plan)).map(({ id, short }) => ({ id, short, event }))
      : [],
  )

function allowsEverybody(policy: unknown): boolean {
  try {
    const { Statement } = JSON.parse(String(policy)) as { readonly Statement: unknown }
    const statements = (Array.isArray(Statement) ? Statement : [Statement]) as {
      readonly Effect?: string
      readonly Principal?: unknown
      readonly Condition?: unknown
    }[]
    return statements.some(
      ({ Effect, Principal, Condition }) =>
        Effect === 'Allow' &&
        Condition === undefined &&
        /^("\*"|\{"AWS":\s*\[?"\*"\]?\})$/.test(JSON.stringify(Principal)),
    )
  } catch {
    return false
  }
}
