import type { ServiceOperation } from '../service.ts'
import { assumeRole } from './assume-role.ts'
import { getCallerIdentity } from './get-caller-identity.ts'

export const stsOperations: readonly ServiceOperation[] = [assumeRole, getCallerIdentity]
