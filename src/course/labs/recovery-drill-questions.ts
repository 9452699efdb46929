import type { Question } from '../lab-definition.ts'

export const cause: Question = {
  id: 'cause',
  again: true,
  asks: 'Why did K3 stop?',
  options: [
    {
      id: 'disabled',
      text: 'Someone disabled it',
      misconception: 'M-09',
      because:
        'The trail would hold a DisableKey with a caller, and the calls would fail with DisabledException.',
    },
    {
      id: 'deleted',
      text: 'Someone deleted its material',
      misconception: 'M-32',
      because: 'The trail would hold a DeleteImportedKeyMaterial with the ARN of a caller.',
    },
    {
      id: 'expired',
      text: 'Its material reached its expiration date',
      correct: true,
      because: 'DeleteExpiredKeyMaterial is a service event: KMS wrote it, nobody called it.',
    },
    {
      id: 'permission',
      text: 'The application lost a permission',
      because:
        'Then the calls would fail with AccessDeniedException. These fail because of the state of the key.',
    },
  ],
}

const metricName: Question = {
  id: 'alarm-metric',
  again: true,
  asks: 'Which metric in the namespace AWS/KMS warns before the material of this key expires?',
  options: [
    {
      id: 'seconds-until',
      text: 'SecondsUntilKeyMaterialExpiration',
      correct: true,
      because: 'It counts down to the earliest expiring material of one key, in seconds.',
    },
    {
      id: 'deleted-event',
      text: 'the number of DeleteExpiredKeyMaterial events',
      misconception: 'M-32',
      because: 'That event is written when the material goes. It reports the outage; it cannot prevent it.',
    },
    {
      id: 'requests',
      text: 'SuccessfulRequest',
      because: 'It counts requests that worked. It falls after the key has stopped.',
    },
    {
      id: 'rotation',
      text: 'an alarm on rotation events',
      misconception: 'M-01',
      because: 'Rotation and expiry are two things. No rotation event announces an expiry.',
    },
  ],
}

const threshold: Question = {
  id: 'alarm-threshold',
  again: true,
  asks: 'Amara needs up to 5 working days to open a safe. At which value does the alarm go off in time?',
  options: [
    {
      id: 'zero',
      text: 'below 1 second',
      misconception: 'M-11',
      because: 'Then the material is gone already, and the service stands still while Amara travels.',
    },
    {
      id: 'hour',
      text: 'below 3,600 seconds',
      because: 'One hour is enough only when the bytes lie on the desk of someone who is awake.',
    },
    {
      id: 'week',
      text: 'below 1,209,600 seconds',
      correct: true,
      because: 'That is 14 days: 5 working days, a weekend and a holiday fit in.',
    },
    {
      id: 'year',
      text: 'below 31,536,000 seconds',
      because: 'That is 365 days, the latest date that an import can have. The alarm would ring all year.',
    },
  ],
}

const statistic: Question = {
  id: 'alarm-statistic',
  again: true,
  asks: 'Which statistic and which scope does this alarm take?',
  options: [
    {
      id: 'minimum-one-key',
      text: 'Minimum, one alarm for each key',
      correct: true,
      because: 'The metric carries the key as its dimension, and the lowest value is the one that counts.',
    },
    {
      id: 'sum-all-keys',
      text: 'Sum, one alarm for all keys',
      misconception: 'M-30',
      because:
        'A sum over keys hides the one that ends tomorrow. Such an alarm is not possible for all keys at once.',
    },
    {
      id: 'average-account',
      text: 'Average, one alarm for the account',
      misconception: 'M-30',
      because: 'An average stays high while one key runs out.',
    },
  ],
}

/** What it takes to be warned in time */
export const alarm: readonly Question[] = [metricName, threshold, statistic]
