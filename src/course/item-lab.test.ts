import { expect, it } from 'vitest'
import { playHeadless } from './headless.ts'
import { itemLab, itemOfLab } from './item-lab.ts'
import { aq10 } from './items/availability/aq10.ts'
import { rq07 } from './items/rotation/rq07.ts'
import { variantOf } from './items/variant-of.ts'
import { labs } from './labs/index.ts'
import { hands } from './testing/hands.ts'

it('opens the world of a question with the values of its variant, and tells it from the labs of the course', async () => {
  const variant = variantOf(aq10, 12)
  const lab = itemLab(variant)
  const { view } = await playHeadless(lab, 12, hands)
  expect(view.state(variant.slots.key ?? '')).toBe('PendingDeletion')
  expect(lab.story).toEqual([variant.asked.stem])
  expect(itemOfLab(lab.id)).toBe('AQ10')
  expect(labs.map(({ id }) => itemOfLab(id)).filter((id) => id !== undefined)).toEqual([])
  expect(() => itemLab(variantOf(rq07, 1))).toThrow('RQ07 has no scene')
})
