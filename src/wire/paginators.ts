/** How an operation's pages hang together. Plain data: it crosses into a Worker. */
export interface Paginator {
  readonly inputToken: string
  readonly outputToken: string
  /** The output member that says whether there is more; absent: a token says it */
  readonly moreResults?: string
  /** The input member for the size of a page */
  readonly limitKey?: string
  /** What is gathered over all pages; `--max-items` counts the first of them */
  readonly resultKeys: readonly [string, ...string[]]
}

const byMarker = (resultKey: string): Paginator => ({
  inputToken: 'Marker',
  outputToken: 'NextMarker',
  moreResults: 'Truncated',
  limitKey: 'Limit',
  resultKeys: [resultKey],
})
const byToken = (limitKey: string | undefined, ...resultKeys: Paginator['resultKeys']): Paginator => ({
  inputToken: 'NextToken',
  outputToken: 'NextToken',
  ...(limitKey !== undefined && { limitKey }),
  resultKeys,
})
const ofIam = (resultKey: string): Paginator => ({
  inputToken: 'Marker',
  outputToken: 'Marker',
  moreResults: 'IsTruncated',
  limitKey: 'MaxItems',
  resultKeys: [resultKey],
})

/** As the service models of AWS's own clients have it (botocore 1.44, `paginators-1.json`). */
const PAGINATORS: Readonly<Record<string, Paginator>> = {
  'kms:DescribeCustomKeyStores': byMarker('CustomKeyStores'),
  'kms:ListAliases': byMarker('Aliases'),
  'kms:ListGrants': byMarker('Grants'),
  'kms:ListKeyPolicies': byMarker('PolicyNames'),
  'kms:ListKeyRotations': byMarker('Rotations'),
  'kms:ListKeys': byMarker('Keys'),
  'kms:ListResourceTags': byMarker('Tags'),
  'kms:ListRetirableGrants': byMarker('Grants'),
  'cloudtrail:LookupEvents': byToken('MaxResults', 'Events'),
  'cloudwatch:DescribeAlarmHistory': byToken('MaxRecords', 'AlarmHistoryItems'),
  'cloudwatch:DescribeAlarms': byToken('MaxRecords', 'MetricAlarms', 'CompositeAlarms'),
  'cloudwatch:GetMetricData': byToken('MaxDatapoints', 'MetricDataResults', 'Messages'),
  'cloudwatch:ListMetrics': byToken(undefined, 'Metrics', 'OwningAccounts'),
  'events:ListRules': byToken('Limit', 'Rules'),
  'events:ListTargetsByRule': byToken('Limit', 'Targets'),
  'iam:ListRolePolicies': ofIam('PolicyNames'),
  'iam:ListRoles': ofIam('Roles'),
  's3:ListObjectsV2': {
    inputToken: 'ContinuationToken',
    outputToken: 'NextContinuationToken',
    moreResults: 'IsTruncated',
    limitKey: 'MaxKeys',
    resultKeys: ['Contents', 'CommonPrefixes'],
  },
}

export const paginatorOf = (service: string, operation: string): Paginator | undefined =>
  PAGINATORS[`${service}:${operation}`]
