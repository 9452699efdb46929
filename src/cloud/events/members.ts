import { oneOf, optional, structure, text } from '../../kms/shapes.ts'
import type { TableReader } from '../../kms/tables.ts'
import type { Caller } from '../../kms/trail.ts'
import { ServiceError } from '../service.ts'
import { rulesTable, type RuleRow } from './rows.ts'

export const ruleName = () => text({ min: 1, max: 64, pattern: '[\\.\\-_A-Za-z0-9]+' })
export const busName = () => optional(text({ min: 1, max: 1600 }))
export const stateEnum = oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS')
export const nextToken = () => optional(text({ min: 1, max: 2048 }))

export const target = structure({
  Id: text({ min: 1, max: 64, pattern: '[\\.\\-_A-Za-z0-9]+' }),
  Arn: text({ min: 1, max: 1600 }),
  RoleArn: optional(text({ min: 1, max: 1600 })),
  Input: optional(text({ max: 8192 })),
  InputPath: optional(text({ max: 256 })),
  InputTransformer: optional(structure({ InputTemplate: text({ min: 1, max: 8192 }) })),
})

/** @throws ServiceError for a bus that is not there: an account has its default bus alone */
export function requireBus(name: string | undefined): void {
  if (name === undefined || name === 'default' || name.endsWith(':event-bus/default')) return
  throw new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`)
}

export function ruleOf(
  reader: TableReader,
  { accountId, region }: Caller,
  name: string,
  bus: string | undefined,
): RuleRow {
  requireBus(bus)
  const rule = reader.get<RuleRow>(rulesTable(accountId, region), name)
  if (!rule)
    throw new ServiceError(
      'ResourceNotFoundException',
      `Rule ${name} does not exist on EventBus ${bus ?? 'default'}.`,
    )
  return rule
}

export const ruleArn = ({ accountId, region }: Caller, name: string) =>
  `arn:aws:events:${region}:${accountId}:rule/${name}`
