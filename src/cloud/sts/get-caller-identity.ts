import { optional, text } from '../../kms/shapes.ts'
import { serviceOperation } from '../service.ts'

/** Needs no permission, and no policy can deny it. */
export const getCallerIdentity = serviceOperation({
  service: 'sts',
  name: 'GetCallerIdentity',
  docs: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  readOnly: true,
  input: {},
  output: { Arn: optional(text()), UserId: optional(text()), Account: optional(text()) },
  needs: () => [],
  trail: { request: [], response: [] },
  run: ({ caller }) => ({
    Arn: caller.principal.arn,
    UserId: caller.principal.principalId,
    Account: caller.accountId,
  }),
})
