import { expect, it } from 'vitest'
import { encodeBase64 } from '../bytes/base64.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { createLab } from './create-lab.ts'
import { passRecords } from './pass-records.ts'
import { NAMES, PASSES } from './rows.ts'
import { testPorts } from './testing/ports.ts'
import { smallLab } from './testing/small-lab.ts'
import { ok } from './testing/work.ts'

it('the record that completed a lab is known after the world has become another, and not after a reset', async () => {
  const lab = await createLab(testPorts({ labs: [smallLab] }))
  await lab.startLab(smallLab, 1)
  const KeyId = (lab.tables.get<string>(NAMES, 'K1') as string).split('/')[1] as string
  await ok(lab, 'Encrypt', { KeyId, Plaintext: encodeBase64(encodeUtf8('note')) })
  await lab.answer('guess', 'yes', 'high')
  await ok(lab, 'DisableKey', { KeyId })
  const event = lab.tables.get<{ event: number }>(PASSES, '1')?.event
  const record = lab.trail()[(event ?? 0) - 1]
  expect(record).toBeDefined()
  await lab.startLab(smallLab, 2)
  expect(lab.trail().length).toBeLessThan(event as number)
  expect(passRecords(await lab.journal()).get('1')).toEqual(record)
  await lab.reset()
  expect(lab.tables.size(PASSES)).toBe(1)
  expect(passRecords(await lab.journal()).size).toBe(0)
})
