import { recorded, requested, succeeded } from '../../evidence.ts'
import type { CaseDefinition } from './case-definition.ts'

export const rotationWithoutWork: CaseDefinition = {
  id: 'rotation-without-work',
  right: 'generated',
  build({ client, draw }) {
    const period = draw.whole(120, 400)
    return {
      title: `Decide who brings new bytes every ${period} days`,
      asks: [
        `${client} wants new key material every ${period} days. It has no staff for keys: nobody will do anything on that day.`,
        'Applications must not notice, and old records must stay readable. All data is symmetric.',
      ],
      demands: [
        {
          id: 'unnoticed',
          text: 'applications must not notice',
          because: 'Rotation on demand of imported material keeps ARN and alias too. It does not decide.',
        },
        {
          id: 'old-readable',
          text: 'old records stay readable',
          because: 'They do in every column, as long as nobody removes what is old.',
        },
        {
          id: 'symmetric',
          text: 'symmetric encryption',
          because: 'All four columns have it.',
        },
        {
          id: 'nobody',
          text: 'new material on its date without anybody’s work',
          correct: true,
          because:
            'KMS rotates by itself only symmetric keys whose material it made. In all other columns somebody has to act.',
        },
      ],
      why: {
        generated:
          'Automatic rotation with a period of 90 to 2,560 days: new material, the same key ID and alias.',
        imported: 'It would take somebody who brings new bytes each time. KMS cannot make them.',
        cloudhsm: 'It would take somebody who makes a new key and moves the alias, every time.',
        external:
          'It would take somebody at the external key manager. For KMS such a key is rotated by hand.',
        none: 'It would be right if own bytes were asked for as well. They are not.',
      },
      beliefs: { imported: 'M-01', cloudhsm: 'M-24', external: 'M-24' },
      prove: `Prove it: switch automatic rotation of \`Kg\` on, with a period of ${period} days.`,
      proof: recorded({
        id: '',
        says: `Automatic rotation of Kg is on, every ${period} days.`,
        key: 'Kg',
        test: (event) =>
          event.eventName === 'EnableKeyRotation' &&
          succeeded(event) &&
          requested(event, 'rotationPeriodInDays') === period,
        now: `Nobody has switched rotation of Kg on with ${period} days.`,
        lookAt: 'EnableKeyRotation has a member RotationPeriodInDays.',
      }),
      evidence: [
        {
          id: 'creation',
          text: 'the creation date of the key',
          misconception: 'M-03',
          because: 'A key may be old and never have been rotated. The date of birth proves nothing.',
        },
        {
          id: 'rotations',
          text: '`ListKeyRotations`, and the records of `RotateKey`',
          correct: true,
          because: 'Each rotation that took place is listed with its date and its kind, and is on record.',
        },
        {
          id: 'new-alias',
          text: 'a new alias for each period',
          misconception: 'M-04',
          because: 'A name for a key rotates nothing.',
        },
      ],
      hints: [
        'Ask for each column who makes the new bytes on that day.',
        'Row 3 of the comparison table is about rotation. `EnableKeyRotation` takes the key and a period.',
        `Generated beside imported: KMS can make new bytes only where it made the old ones. \`aws kms enable-key-rotation --key-id <ARN of Kg> --rotation-period-in-days ${period}\``,
      ],
    }
  },
}
