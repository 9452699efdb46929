import { answered, lastCall, met, open, requested, succeeded } from '../evidence.ts'
import type { Condition, LabDefinition, Question } from '../lab-definition.ts'
import { seededLab } from '../seeded-lab.ts'
import { choiceOf } from './architecture/case-step.ts'
import { aboutDemands } from './decision-record/brief-definition.ts'
import { ALIAS, deniedTheRight, inUse, originOf, policyPut } from './decision-record/build-conditions.ts'
import { briefOfSeed } from './decision-record/index.ts'
import { afterTheWeekend } from './import-mistakes.ts'

/** What stands in the definition itself; any seed would do. */
const SHOWN = 1
const SENTENCE = 'own-sentence'

const pack: Question = {
  id: 'evidence-pack',
  again: true,
  several: true,
  asks: 'Mark everything that goes into the evidence pack for Chiyo.',
  options: [
    {
      id: 'describe',
      text: '`DescribeKey` of the key in use',
      correct: true,
      because: 'It shows the origin, the state and, where there is one, the date.',
    },
    {
      id: 'export',
      text: 'the material, exported from KMS',
      misconception: 'M-19',
      because: 'KMS gives no material out, so nobody can put it into a pack.',
    },
    {
      id: 'rotation',
      text: 'the records of the rotation that you ran',
      correct: true,
      because: 'They show that the procedure works, when it ran and who began it.',
    },
    {
      id: 'promise',
      text: 'a sentence by the custodian that no other keys will be made',
      because: 'A promise is no evidence. The policy and its denial are.',
    },
    {
      id: 'policy',
      text: 'the policy on `kms:KeyOrigin`, with a denied and an allowed `CreateKey`',
      correct: true,
      because: 'The policy says what is impossible, the two calls show that it holds.',
    },
  ],
}

const sentenceWritten: Condition = {
  id: 'sentence-written',
  says: 'The record has a sentence of your own. Nobody scores it here; a person may read it.',
  holds: (view) =>
    (view.answer(SENTENCE)?.trim().length ?? 0) > 0
      ? met(undefined)
      : open('Your own sentence is missing.', 'Write what would change your decision.'),
}

function ofSeed(seed: number): Required<Pick<LabDefinition, 'steps' | 'start' | 'wrongMoves'>> {
  const { brief, parts } = briefOfSeed(seed)
  const choice = { ...choiceOf(brief, parts), id: 'choice' }
  const decider = aboutDemands('decider', 'Which demand decides?', parts)
  const decoy = aboutDemands(
    'decoy',
    'Which demand is the decoy: it seems to ask for another architecture, and does not?',
    parts,
  )
  return {
    steps: [
      {
        id: 'decide',
        title: 'Write the decision record',
        text: [
          `${parts.opening} The brief has six demands:`,
          ...parts.demands.map(({ text }, i) => `${i + 1}. ${text}`),
          'The first three answers are locked. The two reasons can be changed.',
        ],
        predictions: [choice, decider, decoy],
        questions: parts.rejections,
        entries: [
          { id: SENTENCE, kind: 'text', asks: 'One sentence of your own: what would change this decision?' },
        ],
        conditions: [
          answered({
            id: 'decision-right',
            says: 'Architecture, deciding demand and decoy are right.',
            questions: [choice, decider, decoy],
            lookAt: 'First answers stay. Start the challenge again for another brief.',
          }),
          answered({
            id: 'rejections-right',
            says: 'Two rejected architectures have the right reason.',
            questions: parts.rejections,
            lookAt: 'Read the reason beside the answer you chose, then answer again.',
          }),
          sentenceWritten,
        ],
        hints: [
          'Take each demand to each column: who meets it? The decoy is met by all and sounds like more.',
          'The comparison table has a row for each of these demands.',
          'Start the challenge again: another brief has another answer.',
        ],
      },
      {
        id: 'build',
        title: 'Build it, rotate it once, and guard it',
        text: [
          ...parts.task,
          'Guard the choice: put a policy on the role KeyCustodian that denies CreateKey for every other origin. Then try both sides as KeyCustodian.',
        ],
        questions: [pack],
        conditions: [
          ...parts.built,
          answered({
            id: 'pack-complete',
            says: 'The evidence pack has what an auditor can use, and nothing else.',
            questions: [pack],
            lookAt: 'Read the reason beside what you marked, then answer again.',
          }),
        ],
        hints: [
          'The first open condition says what is missing, and where its evidence would appear.',
          `${parts.rotationHint} \`PutRolePolicy\` of IAM with \`StringNotEquals\` on \`kms:KeyOrigin\`.`,
          `\`aws iam put-role-policy --role-name KeyCustodian --policy-name origin --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"kms:CreateKey","Resource":"*","Condition":{"StringNotEquals":{"kms:KeyOrigin":"${brief.origin}"}}}]}'\``,
        ],
      },
    ],
    wrongMoves: [
      afterTheWeekend,
      {
        id: 'store-for-a-level',
        misconception: 'M-25',
        when: (view) => lastCall(view)?.eventName === 'CreateCustomKeyStore',
        says: 'Nothing in this brief needs a key store of its own. Look for the demand that seems to, and ask whether the default meets it.',
      },
      {
        id: 'alias-on-another-origin',
        misconception: 'M-28',
        when(view) {
          const last = lastCall(view)
          const key = inUse(view)
          return (
            ['CreateAlias', 'UpdateAlias'].includes(last?.eventName ?? '') &&
            last?.errorCode === undefined &&
            key !== undefined &&
            key.origin !== brief.origin
          )
        },
        says: `${ALIAS} points to a key of another origin than the brief asks for. The origin of a key never changes. Make another key and move the alias.`,
      },
      {
        id: 'automatic-on-imported',
        misconception: 'M-01',
        when(view) {
          const last = lastCall(view)
          return last?.eventName === 'EnableKeyRotation' && last.errorCode === 'UnsupportedOperationException'
        },
        says: 'UnsupportedOperationException. KMS rotates by itself only symmetric keys whose material it made. Other keys are rotated by a procedure of yours.',
      },
      {
        id: 'silence-means-expiry',
        misconception: 'M-35',
        when(view) {
          const last = lastCall(view)
          return (
            last?.eventName === 'ImportKeyMaterial' &&
            last.errorMessage?.includes('A validTo date must be set') === true
          )
        },
        says: 'ValidationException. Without an expiration model KMS assumes that the material expires, and then it needs a date. Say which of the two the brief wants.',
      },
      {
        id: 'guardrail-too-tight',
        when(view) {
          const last = lastCall(view)
          return last !== undefined && policyPut(view) !== undefined && deniedTheRight(last, brief.origin)
        },
        says: 'Your policy denies the very origin that the brief asks for. A Deny with StringNotEquals hits every origin but the one it names.',
      },
      {
        id: 'guardrail-too-loose',
        when(view) {
          const last = lastCall(view)
          return (
            last?.eventName === 'CreateKey' &&
            succeeded(last) &&
            last.userIdentity.arn?.includes('/KeyCustodian/') === true &&
            originOf(last) !== brief.origin &&
            view.events.some(
              (event) =>
                event.eventName === 'PutRolePolicy' && requested(event, 'roleName') === 'KeyCustodian',
            )
          )
        },
        says: 'KeyCustodian created a key of another origin although you put a policy on the role. An Allow for the right origin is not enough: only a Deny takes away what another policy allows.',
      },
    ],
    start: parts.start,
  }
}

const named: Omit<LabDefinition, 'steps' | 'start' | 'wrongMoves'> = {
  id: 'decision-record',
  code: 'C3',
  title: 'Challenge: decision record, then build it',
  module: 3,
  metric: 'compliance-choice',
  objectives: ['O1.1', 'O3.1', 'O4.3', 'RW1'],
  competencies: ['CMP-2', 'CMP-4', 'CMP-6', 'CMP-7', 'ROT-4', 'ROT-7'],
  recalls: ['CQ02', 'CQ04', 'CQ06', 'CQ09', 'CQ10', 'CQ11', 'CQ13', 'CQ15', 'CQ20', 'RQ13', 'RQ14'],
  outcome: 'You can put a decision on one page, then build what it says and test it.',
  minutes: 25,
  mode: 'unguided',
  bench: 'forms',
  story: [
    'A client of Fernhill has sent a brief. The board wants a decision on one page, and the thing itself, built and tested.',
    'Nobody gives you steps. The conditions say what has to be true in the end.',
  ],
  reflection: 'Which sentence of the brief would you ask the client about before you sign?',
}

export const decisionRecord = seededLab(named, ['steps', 'start', 'wrongMoves'], ofSeed, SHOWN)
