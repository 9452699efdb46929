import type { LabDefinition } from '../../course/lab-definition.ts'
import { encodeUtf8 } from '../../bytes/utf8.ts'

/** A lab of one key, with a condition of each sort. */
export const smallLab: LabDefinition = {
  id: 'small',
  code: 'T1',
  title: 'A small lab',
  module: 2,
  metric: 'import-workflow',
  objectives: [],
  competencies: [],
  minutes: 1,
  mode: 'guided',
  story: [],
  reflection: '',
  secondsPerCall: 60,
  wrongMoves: [
    {
      id: 'disabled-instead',
      misconception: 'M-09',
      when: ({ events }) => events.at(-1)?.eventName === 'DisableKey',
      says: 'Disabling keeps the material.',
    },
    {
      id: 'broken-check',
      when: () => {
        throw new Error('a bug of the lab')
      },
      says: 'never',
    },
  ],
  steps: [
    {
      id: 'one',
      title: 'Use it',
      text: [],
      predictions: [{ id: 'guess', asks: 'Will it open?', options: [] }],
      conditions: [
        {
          id: 'encrypted',
          says: 'K1 was used',
          holds: ({ events }) => {
            const event = events.find(({ eventName, errorCode }) => eventName === 'Encrypt' && !errorCode)
            return event ? { met: true, event: event.number } : { met: false, now: 'Nobody has used K1 yet.' }
          },
        },
        {
          id: 'broken',
          says: 'a check that throws is not met until it stops throwing',
          holds: ({ answer }) => {
            if (answer('guess') === undefined) throw new Error('a bug of the lab')
            return { met: true, event: 0 }
          },
        },
      ],
      hints: ['a', 'b', 'c'],
    },
    {
      id: 'two',
      title: 'Disable it, then enable it',
      text: [],
      conditions: [
        {
          id: 'enabled',
          says: 'K1 is Disabled',
          holds: ({ state }) => (state('K1') === 'Disabled' ? { met: true, event: 0 } : { met: false }),
        },
      ],
      hints: ['a', 'b', 'c'],
    },
  ],
  judgeUpload: (_, bytes) =>
    bytes.length === 256
      ? { accept: true }
      : {
          accept: false,
          id: 'plaintext',
          title: 'That is the secret itself',
          says: 'Wrap it first.',
          stop: true,
          misconception: 'M-14',
        },
  async start(stage) {
    const { KeyMetadata } = await stage.call('CreateKey', { Description: 'K1' }, 'KeyAdmin')
    const { Arn } = KeyMetadata as { Arn: string }
    stage.name('K1', Arn)
    await stage.call('Encrypt', { KeyId: Arn, Plaintext: encodeUtf8('before') }, 'AppRole')
    stage.putFile('secret.bin', stage.random(32))
  },
}
