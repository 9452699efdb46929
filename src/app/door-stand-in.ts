import type { LabDefinition } from '../course/lab-definition.ts'
import { encrypted, importedKey } from '../course/stage-import.ts'
import { encodeUtf8 } from '../bytes/utf8.ts'
import { minutes } from '../world/clock.ts'

/** The door's world until the course brings its own. */
export const door: LabDefinition = {
  id: 'door',
  code: 'L0',
  title: 'A KMS key is not its key material',
  module: 2,
  metric: 'availability-risks',
  objectives: [],
  competencies: [],
  minutes: 1,
  mode: 'worked',
  story: [],
  steps: [
    {
      id: 'predict',
      title: 'Predict',
      text: [],
      predictions: [
        {
          id: 'at-expiry',
          asks: 'What will the same command do at 10:01?',
          options: [
            { id: 'works', text: 'It still works: the key still exists', because: 'It would be right if the key held material. The key exists, its socket is empty.' },
            { id: 'refused', text: 'It is refused: the key has no material', because: 'The key is still there, but its bytes are gone, so it opens nothing.', correct: true },
            { id: 'deleted', text: 'It is refused: the key is deleted', because: 'It would be right after ScheduleKeyDeletion and its waiting period. Expiry takes only the material.' },
          ],
        },
      ],
      conditions: [],
      hints: ['', '', ''],
    },
  ],
  wrongMoves: [],
  reflection: '',
  async start(stage) {
    const material = stage.random(32)
    const { arn } = await importedKey(stage, 'K', 'Fernhill Trials, sponsor B', material, stage.now + minutes(60))
    await stage.call('CreateAlias', { AliasName: 'alias/sponsor-b', TargetKeyId: arn }, 'KeyAdmin')
    stage.putFile('material.bin', material)
    stage.putFile('visit-7.enc', await encrypted(stage, arn, encodeUtf8('Visit 7: no adverse event reported.\n')))
  },
}
