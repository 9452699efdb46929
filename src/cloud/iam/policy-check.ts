import { requireGrammar } from '../../kms/policy-grammar.ts'
import { ServiceError } from '../service.ts'

/** @throws ServiceError MalformedPolicyDocument */
export function requireDocument(text: string, of: 'trust' | 'identity'): void {
  try {
    requireGrammar(text, of)
  } catch {
    throw new ServiceError('MalformedPolicyDocument', 'The policy failed legacy parsing')
  }
}
