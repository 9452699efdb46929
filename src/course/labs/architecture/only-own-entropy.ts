import { met, open, requested, succeeded } from '../../evidence.ts'
import type { NumberedEvent } from '../../lab-definition.ts'
import type { CaseDefinition } from './case-definition.ts'

/** Denies CreateKey unless the new key takes imported material (F-806). */
export const ONLY_EXTERNAL = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: 'kms:CreateKey',
      Resource: '*',
      Condition: { StringNotEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
    },
  ],
})

const byAmara = ({ eventName, userIdentity }: NumberedEvent) =>
  eventName === 'CreateKey' && userIdentity.arn?.includes('/KeyCustodian/') === true

export const onlyOwnEntropy: CaseDefinition = {
  id: 'only-own-entropy',
  right: 'imported',
  build({ client, draw }) {
    const teams = draw.whole(4, 12)
    return {
      title: 'Decide for own bytes and nothing else',
      asks: [
        `At ${client} ${teams} teams create keys. Its auditor wants proof that nobody can create one with other bytes than the company’s own, and that these are used inside AWS.`,
        'Each creation has to be on record, and all data is symmetric.',
      ],
      demands: [
        {
          id: 'teams',
          text: `${teams} teams create keys themselves`,
          because: 'A policy can hold for many teams, in every column.',
        },
        {
          id: 'records',
          text: 'a record of each creation',
          because: 'CloudTrail has it for all four.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
        {
          id: 'nothing-else',
          text: 'own bytes only, used inside AWS, and nobody can do otherwise',
          correct: true,
          because:
            'Import is the column for own bytes inside AWS, and the condition key `kms:KeyOrigin` lets a policy refuse every other origin.',
        },
      ],
      why: {
        generated:
          'It would take an auditor to whom the origin does not matter. This one wants it impossible.',
        imported:
          'Import, and a guardrail: a policy that denies CreateKey unless `kms:KeyOrigin` is EXTERNAL.',
        cloudhsm: 'It would take an auditor who accepts bytes of a cluster. Nobody brings those.',
        external: 'It would take an auditor who wants the bytes outside AWS. This one wants them inside.',
        none: 'Import and a guardrail meet it as written.',
      },
      beliefs: { cloudhsm: 'M-24' },
      prove:
        'A guardrail is in force for the role KeyCustodian. Prove that it holds: act as KeyCustodian, try to create a key with the defaults, then one with `Origin` EXTERNAL.',
      proof: {
        says: 'As KeyCustodian you were denied a generated key, and created an imported one.',
        holds(view) {
          const denied = view.events.find(
            (event) => byAmara(event) && event.errorCode?.startsWith('AccessDenied'),
          )
          const created = view.events.find(
            (event) => byAmara(event) && succeeded(event) && requested(event, 'origin') === 'EXTERNAL',
          )
          if (denied && created) return met(denied.number > created.number ? denied : created)
          return open(
            denied
              ? 'A generated key was denied. No imported one was created as KeyCustodian.'
              : 'No key of another origin has been denied to KeyCustodian.',
            'The role is in the top bar of the page; in the terminal `--profile KeyCustodian` does the same for one line.',
          )
        },
      },
      evidence: [
        {
          id: 'list',
          text: 'a list of all keys of today, all with `Origin` EXTERNAL',
          because: 'It is about today. It does not show that nobody can do otherwise tomorrow.',
        },
        {
          id: 'policy',
          text: 'the policy with `kms:KeyOrigin`, a denied `CreateKey`, and the records of the key ceremonies',
          correct: true,
          because:
            'The policy and the denial show that only imports are possible; the ceremonies show whose bytes they were.',
        },
        {
          id: 'handbook',
          text: 'a rule in the handbook',
          because: 'A rule asks people. A policy refuses calls.',
        },
      ],
      hints: [
        'Two things are asked for: a column, and that nobody can leave it.',
        'Row 1 of the comparison table is about origin. `CreateKey` twice, as KeyCustodian.',
        'Imported beside generated: the origin is a field that a policy can test. `aws kms create-key --profile KeyCustodian`, then `aws kms create-key --origin EXTERNAL --profile KeyCustodian`',
      ],
      async start(stage) {
        await stage.request('iam', 'PutRolePolicy', {
          RoleName: 'KeyCustodian',
          PolicyName: 'OnlyOwnEntropy',
          PolicyDocument: ONLY_EXTERNAL,
        })
      },
    }
  },
}
