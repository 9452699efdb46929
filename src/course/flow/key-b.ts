import { parametersFor } from './beats/box-and-label.ts'
import { externalKey } from './external-key.ts'
import type { FlowInputs, FlowStage, ParameterSet } from './flow-definition.ts'

/** A second empty key with parameters of its own: what is mixed up with ours in two of the faults. */
export async function keyB(stage: FlowStage, inputs: FlowInputs): Promise<ParameterSet> {
  const { arn } = await externalKey(stage, 'Key B')
  return (await parametersFor(stage, arn, inputs)).set
}
