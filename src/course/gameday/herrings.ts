import type { Herring, HerringId } from './incident.ts'
import { refused } from './scene-keys.ts'
import { BILLING, EXPORTS, EXPORTS_FAR, FAR } from './services.ts'

/** THE LIST of what looks guilty on a night and is not. */
export const herrings: readonly Herring[] = [
  {
    id: 'H-01',
    notBeside: ['G-12'],
    before: 9,
    plant: ({ stage }) => refused(stage.call('EnableKey', { KeyId: stage.arn(BILLING) }, 'Auditor')),
    chat: 'Ben: “The auditor got `AccessDeniedException` tonight. Somebody broke the permissions.”',
  },
  {
    id: 'H-02',
    notBeside: ['G-07'],
    before: 21,
    plant: async ({ stage }) =>
      void (await stage.call('RotateKeyOnDemand', { KeyId: stage.arn(EXPORTS) }, 'KeyAdmin')),
    chat: 'Chiyo: “There was a `RotateKeyOnDemand` tonight. A rotation makes old records unreadable, does it not?”',
  },
  {
    id: 'H-03',
    notBeside: ['G-03', 'G-06'],
    before: 14,
    plant: async ({ stage }) =>
      void (await stage.call('DisableKey', { KeyId: stage.arn(BILLING) }, 'KeyAdmin')),
    chat: 'Ben: “Dario disabled a key tonight. Enable it again and we are done.”',
  },
  {
    id: 'H-04',
    notBeside: ['G-12'],
    before: 17,
    async plant({ stage }) {
      const KeyId = stage.arn(EXPORTS)
      const { Policy } = await stage.call('GetKeyPolicy', { KeyId }, 'KeyAdmin')
      await stage.call('PutKeyPolicy', { KeyId, Policy }, 'KeyAdmin')
    },
    chat: 'Chiyo: “A key policy was written at night. Policies are what breaks services.”',
  },
  {
    id: 'H-05',
    notBeside: ['G-02', 'G-13', 'G-14'],
    before: 6,
    plant: ({ stage }) =>
      refused(stage.call('DeleteImportedKeyMaterial', { KeyId: stage.arn(EXPORTS) }, 'KeyCustodian')),
    chat: 'Ben: “I see `DeleteImportedKeyMaterial` in the trail, by Amara’s role. There you have it.”',
  },
  {
    id: 'H-06',
    levels: [3],
    notBeside: ['G-11'],
    before: 11,
    async plant({ stage, plan }) {
      const KeyId = stage.arn(EXPORTS_FAR)
      const input = { KeyId, Description: `Exports to ${plan.sponsor}, stand-by` }
      await stage.call('UpdateKeyDescription', input, 'KeyAdmin', FAR)
    },
    chat: `Chiyo: “KeyAdmin changed a key in \`${FAR}\` tonight. So the fault is over there.”`,
  },
]

export function herringOf(id: HerringId): Herring {
  const herring = herrings.find((each) => each.id === id)
  if (!herring) throw new RangeError(`there is no herring ${id}`)
  return herring
}
