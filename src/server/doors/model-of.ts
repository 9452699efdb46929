import type { ServiceName } from '../../cloud/service.ts'
import { serviceModels, type OperationModel, type ServiceModel } from '../../wire/service-models.ts'

const models = serviceModels()

/** @throws RangeError for an operation that no service has */
export function modelOf(
  service: 'kms' | ServiceName,
  operation: string,
): OperationModel & Pick<ServiceModel, 'target'> {
  const found = models.find((model) => model.service === service)
  const model = found?.operations.find(({ name }) => name === operation)
  if (!found || !model) throw new RangeError(`${service} has no operation ${operation}`)
  return { ...model, target: found.target }
}
