import type { Beat } from '../flow-definition.ts'

export const writtenDown: Beat = {
  id: 'written-down',
  title: 'Written down',
  at: 'log',
  claims: ['failed-calls-too', 'never-recorded'],
  controls: [],
  run: async (_stage, facts) => facts,
  caption: 'The log says who, when, which key. Never the bytes.',
  moved: ({ facts: { answer } }) =>
    `The log holds record ${answer?.event}: ${answer?.record.eventName}${
      answer?.error ? `, refused with ${answer.error.code}` : ''
    }. No secret is in it.`,
  values: ({ facts: { answer } }) => [
    { label: 'Record', value: String(answer?.event ?? '') },
    { label: 'eventName', value: answer?.record.eventName ?? '', typed: true },
    {
      label: 'Who',
      value: answer?.record.userIdentity.arn?.split('/').slice(1).join('/') ?? '',
      typed: true,
    },
    { label: 'When', value: answer?.record.eventTime ?? '', typed: true },
    ...(answer?.record.errorCode
      ? [{ label: 'errorCode', value: answer.record.errorCode, typed: true as const }]
      : []),
    { label: 'The bytes', value: 'not in it' },
  ],
}
