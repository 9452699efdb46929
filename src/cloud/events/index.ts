import type { ServiceOperation } from '../service.ts'
import { listDeliveries } from './operations/list-deliveries.ts'
import { deleteRule, describeRule, disableRule, enableRule, listRules, putRule } from './operations/rules.ts'
import { listTargetsByRule, putTargets, removeTargets } from './operations/targets.ts'
import { testEventPattern } from './operations/test-event-pattern.ts'

export const eventsOperations: readonly ServiceOperation[] = [
  putRule,
  describeRule,
  listRules,
  enableRule,
  disableRule,
  deleteRule,
  putTargets,
  removeTargets,
  listTargetsByRule,
  testEventPattern,
  listDeliveries,
]
