import { cloudtrailOperations } from './cloudtrail/index.ts'
import { cloudwatchOperations } from './cloudwatch/index.ts'
import { eventsOperations } from './events/index.ts'
import { iamOperations } from './iam/index.ts'
import { s3Operations } from './s3/index.ts'
import { stsOperations } from './sts/index.ts'
import type { ServiceName, ServiceOperation } from './service.ts'

/** THE LIST of what can be asked of the services beside KMS. */
const all: readonly ServiceOperation[] = [
  ...s3Operations,
  ...cloudtrailOperations,
  ...cloudwatchOperations,
  ...eventsOperations,
  ...iamOperations,
  ...stsOperations,
]

const byName = new Map(all.map((operation) => [`${operation.service}:${operation.name}`, operation]))

export const serviceOperations = all

export const serviceOperationOf = (service: ServiceName, name: string): ServiceOperation | undefined =>
  byName.get(`${service}:${name}`)
