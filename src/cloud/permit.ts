import { callersSide, explicitDeny, missingAllow } from './callers-side.ts'
import { contextOfService } from './condition-keys.ts'
import { GUARDRAIL } from './identities.ts'
import { ServiceError, type Permit } from './service.ts'

/**
 * Who may do what with the services beside KMS: what the caller's side says. Their resources have no policies of their
 * own here (docs/fidelity.md).
 */
export const permitByPolicies: Permit = ({ action, resource = '*', caller, input, reader, now }) => {
  if (caller.principal.type === 'Root' && reader.get(GUARDRAIL, 'guardrail') === undefined) return
  const side = callersSide(reader, caller, {
    action,
    resource,
    context: contextOfService({ caller, input, reader, now }),
  })
  const why = explicitDeny(side) ?? missingAllow(side, action)
  if (why !== undefined)
    throw refusal(
      action,
      `User: ${caller.principal.arn} is not authorized to perform: ${action} on resource: ${named(action, resource)} ${why}`,
    )
}

/** S3 writes ARNs in quotation marks (S3 user guide, access denied errors). */
const named = (action: string, resource: string) => (action.startsWith('s3:') ? `"${resource}"` : resource)

const FORBIDDEN = /^(?:s3|sts|iam):/

const refusal = (action: string, message: string) =>
  FORBIDDEN.test(action)
    ? new ServiceError('AccessDenied', message, 403)
    : new ServiceError('AccessDeniedException', message, 400)
