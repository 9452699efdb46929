import { serviceOperations } from '../cloud/services.ts'
import type { ServiceName } from '../cloud/service.ts'
import { operations } from '../kms/operations/index.ts'
import type { Members } from '../kms/shapes.ts'
import { paginatorOf, type Paginator } from './paginators.ts'

/** One operation as a client must know it. Plain data: it crosses into a Worker. */
export interface OperationModel {
  readonly name: string
  readonly input: Members
  readonly output: Members
  /** Its page in AWS's API reference */
  readonly docs: string
  /** How clients walk through its pages; absent: it answers at once */
  readonly paginator?: Paginator
}

export interface ServiceModel {
  readonly service: 'kms' | ServiceName
  /** What X-Amz-Target begins with, up to the operation's name */
  readonly target: string
  readonly operations: readonly OperationModel[]
}

/** AWS JSON for all; for the two services that speak Query, and for our own store, under a target of ours. */
const TARGETS: Readonly<Record<ServiceModel['service'], string>> = {
  kms: 'TrentService.',
  cloudtrail: 'CloudTrail_20131101.',
  cloudwatch: 'GraniteServiceVersion20100801.',
  events: 'AWSEvents.',
  s3: 'LabS3.',
  iam: 'LabIam.',
  sts: 'LabSts.',
}

const modelIn =
  (service: ServiceModel['service']) =>
  ({ name, input, output, docs }: OperationModel): OperationModel => {
    const paginator = paginatorOf(service, name)
    const order = CLIENT_ORDER[`${service}:${name}`]
    return {
      name,
      input,
      output: order ? Object.fromEntries(order.map((one) => [one, output[one] as Members[string]])) : output,
      docs,
      ...(paginator && { paginator }),
    }
  }

/** Where AWS's model for clients has members in another order than its answers have. */
const CLIENT_ORDER: Readonly<Record<string, readonly string[]>> = {
  'sts:GetCallerIdentity': ['UserId', 'Account', 'Arn'],
}

/** Every service that can be asked, KMS first. */
export const serviceModels = (): readonly ServiceModel[] =>
  (Object.keys(TARGETS) as ServiceModel['service'][]).map((service) => ({
    service,
    target: TARGETS[service],
    operations:
      service === 'kms'
        ? [...operations.values()].map(modelIn(service))
        : serviceOperations.filter((each) => each.service === service).map(modelIn(service)),
  }))
