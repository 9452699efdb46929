import { conditionKey as key, named, type Circumstances, type ConditionKey } from './condition-key.ts'
import { principalArn, roleNameOf, tagsOfRole } from './identities.ts'
import { tagKeysIn, tagsIn } from './request-facts.ts'

const calledVia = ({ caller }: Circumstances) =>
  caller.via === undefined ? undefined : `${caller.via}.amazonaws.com`
const isService = ({ caller }: Circumstances) => caller.principal.type === 'AWSService'

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const globalConditionKeys: readonly ConditionKey<Circumstances>[] = [
  key('aws:CalledVia', 'String', 'aws:CalledVia', calledVia, true),
  key('aws:CalledViaFirst', 'String', 'aws:CalledViaFirst', calledVia),
  key('aws:CalledViaLast', 'String', 'aws:CalledViaLast', calledVia),
  key('aws:CurrentTime', 'Date', 'aws:CurrentTime', ({ now }) => new Date(now).toISOString()),
  key('aws:EpochTime', 'Date', 'aws:EpochTime', ({ now }) => Math.floor(now / 1000)),
  key('aws:MultiFactorAuthPresent', 'Boolean', 'aws:MultiFactorAuthPresent', ({ caller }) =>
    caller.principal.type === 'AssumedRole' ? false : undefined,
  ),
  key('aws:PrincipalAccount', 'String', 'aws:PrincipalAccount', (of) =>
    isService(of) ? undefined : of.caller.accountId,
  ),
  key('aws:PrincipalArn', 'ARN', 'aws:PrincipalArn', (of) =>
    isService(of) ? undefined : principalArn(of.caller),
  ),
  key('aws:PrincipalIsAWSService', 'Boolean', 'aws:PrincipalIsAWSService', isService),
  key('aws:PrincipalServiceName', 'String', 'aws:PrincipalServiceName', (of) =>
    isService(of) ? of.caller.principal.arn : undefined,
  ),
  key('aws:PrincipalTag/', 'String', 'aws:PrincipalTag', ({ caller, reader }, name) =>
    named(tagsOfRole(reader, caller.accountId, roleNameOf(caller)), name),
  ),
  key(
    'aws:PrincipalType',
    'String',
    'aws:PrincipalType',
    (of) =>
      ({ Root: 'Account', IAMUser: 'User', AssumedRole: 'AssumedRole', AWSService: undefined })[
        of.caller.principal.type
      ],
  ),
  key('aws:RequestedRegion', 'String', 'aws:RequestedRegion', ({ caller }) => caller.region),
  key(
    'aws:RequestTag/',
    'String',
    'aws:RequestTag',
    ({ input }, name) => tagsIn(input).find(({ TagKey }) => TagKey.toLowerCase() === name)?.TagValue,
  ),
  key('aws:ResourceAccount', 'String', 'aws:ResourceAccount', ({ key: on }) => on?.accountId),
  key('aws:ResourceTag/', 'String', 'aws:ResourceTag', ({ key: on }, name) => named(on?.tags ?? {}, name)),
  key('aws:SecureTransport', 'Boolean', 'aws:SecureTransport', () => true),
  key('aws:SourceAccount', 'String', 'aws:SourceAccount', (of) =>
    isService(of) ? of.caller.sourceArn?.split(':')[4] || of.caller.accountId : undefined,
  ),
  key('aws:SourceArn', 'ARN', 'aws:SourceArn', (of) => (isService(of) ? of.caller.sourceArn : undefined)),
  key('aws:SourceIp', 'IP address', 'aws:SourceIp', (of) =>
    isService(of) || of.caller.via !== undefined ? undefined : of.caller.sourceIPAddress,
  ),
  key('aws:TagKeys', 'String', 'aws:TagKeys', ({ input }) => tagKeysIn(input), true),
  key('aws:UserAgent', 'String', 'aws:UserAgent', ({ caller }) => caller.userAgent),
  key('aws:userid', 'String', 'aws:userid', ({ caller }) => caller.principal.principalId),
  key('aws:username', 'String', 'aws:username', ({ caller }) => caller.principal.userName),
  key('aws:ViaAWSService', 'Boolean', 'aws:ViaAWSService', ({ caller }) => caller.via !== undefined),
]
