import { expect, it } from 'vitest'
import { playHeadless } from '../headless.ts'
import { hands } from '../testing/hands.ts'
import { proveItCannotLeave } from './prove-it-cannot-leave.ts'
import { KEY } from './prove-it-questions.ts'

it('does not say that nobody tried what was refused for a missing parameter', async () => {
  const player = await playHeadless(proveItCannotLeave, 1, hands)
  const asked = proveItCannotLeave.steps
    .flatMap(({ conditions }) => conditions)
    .find(({ id }) => id === 'refused-GetParametersForImport')
  const open = (now: string) => ({ met: false, now: expect.stringContaining(now) })
  expect(asked?.holds(player.view)).toMatchObject(open('Nobody has tried'))
  await player.call('GetParametersForImport', { KeyId: player.arn(KEY) })
  expect(asked?.holds(player.view)).toMatchObject(open('refused with ValidationException'))
  await player.call('GetParametersForImport', {
    KeyId: player.arn(KEY),
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  })
  expect(asked?.holds(player.view)).toMatchObject({ met: true })
})
