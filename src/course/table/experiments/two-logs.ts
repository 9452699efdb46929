import { days } from '../../../world/clock.ts'
import type { CallStep, Experiment, ScriptStep } from '../experiment-definition.ts'
import {
  bring,
  call,
  createKey,
  drawMaterial,
  deleteMaterial,
  moment,
  prints,
  quietly,
  travel,
} from '../script-steps.ts'

/** Records about the key, newest first. A record of the service has no user. */
const log = (...rows: readonly string[]): CallStep => ({
  ...call(
    'LookupEvents',
    { LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: '$K' }] },
    { query: 'Events[].[EventName,Username]', ...prints(rows.join('\n')) },
  ),
  service: 'cloudtrail',
})
const by = (name: string) => `${name}\tlab`
const byService = (name: string) => `${name}\tNone`

const byArn = (input: CallStep['input'] = {}): ScriptStep => ({
  ...createKey('K', input),
  query: 'KeyMetadata.Arn',
})

export const twoLogs: Experiment = {
  id: 'P-13',
  title: 'The audit log of one key, before and after',
  scripts: {
    G: {
      steps: [
        byArn(),
        log(by('CreateKey')),
        call('EnableKeyRotation', { KeyId: '$K', RotationPeriodInDays: 90 }),
        call('RotateKeyOnDemand', { KeyId: '$K' }, { query: 'KeyId' }),
        moment,
        log(byService('RotateKey'), by('RotateKeyOnDemand'), by('EnableKeyRotation'), by('CreateKey')),
      ],
      shows: 'A caller asks for the rotation. The service itself does it, and writes that too.',
    },
    I: {
      steps: [
        byArn({ Origin: 'EXTERNAL' }),
        log(by('CreateKey')),
        ...quietly(drawMaterial()),
        ...bring('K', 'material.bin', { ValidTo: '2026-01-13T09:00:00Z' }),
        travel(days(2)),
        ...bring('K'),
        deleteMaterial('K'),
        log(
          by('DeleteImportedKeyMaterial'),
          by('ImportKeyMaterial'),
          by('GetParametersForImport'),
          byService('DeleteExpiredKeyMaterial'),
          by('ImportKeyMaterial'),
          by('GetParametersForImport'),
          by('CreateKey'),
        ),
      ],
      shows: 'Two ends of material: a caller deleted it, or its date came and no caller is named.',
    },
  },
}
