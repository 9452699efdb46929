import type { AccessQuestion } from '../kms/authorization.ts'
import { grantsOf, type GrantRecord } from '../kms/grant.ts'
import { coversChild, grantAllows } from '../kms/grant-rules.ts'
import type { KeyRecord } from '../kms/key.ts'
import type { Caller } from '../kms/trail.ts'
import { principalArn, rootArn } from './identities.ts'
import type { Standing } from './policy-evaluation.ts'
import { encryptionContext } from './request-facts.ts'

/**
 * How closely a grant on the key means the caller and allows what it asks (F-804). A grant to an account leaves it to
 * that account's identity policies, as a key policy does.
 */
export function grantedTo(question: AccessQuestion, key: KeyRecord): Standing {
  const { caller, action, input } = question
  const request = { context: encryptionContext(question), sourceArn: caller.sourceArn }
  let standing: Standing = 'nobody'
  for (const grant of grantsOf(question.reader, key)) {
    const how = standingOf(caller, grant.granteePrincipal, grant.granteeServicePrincipal)
    if (how === 'nobody' || !grantAllows(grant, action, request)) continue
    if (action === 'CreateGrant' && !coversChild(grant, input)) continue
    if (how === 'principal') return how
    standing = how
  }
  return standing
}

/**
 * Who may retire a grant: whom it names for that, its grantee if it allows RetireGrant, and the account in which it was
 * made. For an account acts its root, and whoever its identity policies allow kms:RetireGrant; key policies do not count.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/grant-delete.html
 */
export function retirementOf(grant: GrantRecord, caller: Caller): Standing {
  const named = standingOf(caller, grant.retiringPrincipal, grant.retiringServicePrincipal)
  const grantee = grant.operations.includes('RetireGrant')
    ? standingOf(caller, grant.granteePrincipal, grant.granteeServicePrincipal)
    : 'nobody'
  const issuer = standingOf(caller, rootArn(grant.issuingAccount), undefined)
  const all = [named, grantee, issuer]
  return all.includes('principal') ? 'principal' : all.includes('account') ? 'account' : 'nobody'
}

function standingOf(caller: Caller, arn: string | undefined, service: string | undefined): Standing {
  const { principal, accountId } = caller
  if (principal.type === 'AWSService') return service === principal.arn ? 'principal' : 'nobody'
  if (arn === principal.arn || arn === principalArn(caller)) return 'principal'
  return arn === rootArn(accountId) ? 'account' : 'nobody'
}
