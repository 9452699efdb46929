import type { KmsErrorCode } from '../kms/errors.ts'
import { operations } from '../kms/operations/index.ts'
import { SerializationError } from './serialization-error.ts'

/** Errors that pass by themselves: nothing a caller does brings them about, so drills inject them. */
export const TRANSIENT = [
  'DependencyTimeoutException',
  'KMSInternalException',
  'KeyUnavailableException',
] as const satisfies readonly KmsErrorCode[]

type Transient = (typeof TRANSIENT)[number]

/** The next `times` calls of an operation, or of any one (`*`), that declare the error answer with it. */
export interface PendingFault {
  readonly operation: string
  readonly code: Transient
  readonly times: number
}

const MOST = 1_000

/** What the control door has asked the engine to suffer. In memory only: a fault ends with the process. */
export class Faults {
  #pending: PendingFault[] = []

  get pending(): readonly PendingFault[] {
    return this.#pending
  }

  /** The engine's port: takes one of the waiting faults that fit, the oldest first. */
  readonly take = (operation: string): KmsErrorCode | undefined => {
    const declared: readonly string[] = operations.get(operation)?.errors ?? []
    const at = this.#pending.findIndex(
      (each) => (each.operation === '*' || each.operation === operation) && declared.includes(each.code),
    )
    const fault = this.#pending[at]
    if (!fault) return undefined
    this.#pending = this.#pending.flatMap((each, i) =>
      i !== at ? [each] : each.times > 1 ? [{ ...each, times: each.times - 1 }] : [],
    )
    return fault.code
  }

  clear(): void {
    this.#pending = []
  }

  /** @throws SerializationError with a sentence; nothing is added then */
  add(request: Readonly<Record<string, unknown>>): void {
    const { operation = '*', code, times = 1, ...unknown } = request
    const [stranger] = Object.keys(unknown)
    if (stranger !== undefined)
      throw new SerializationError(`${stranger} is not known here: operation, code and times are`)
    const name = TRANSIENT.find((each) => each === code)
    if (!name) throw new SerializationError(`code is one of ${TRANSIENT.join(', ')}`)
    if (!Number.isInteger(times) || (times as number) < 1 || (times as number) > MOST)
      throw new SerializationError(`times is a whole number from 1 to ${MOST}`)
    if (typeof operation !== 'string' || (operation !== '*' && !operations.has(operation)))
      throw new SerializationError('operation is the name of a KMS operation, or *')
    const declared: readonly string[] | undefined = operations.get(operation)?.errors
    if (declared && !declared.includes(name))
      throw new SerializationError(`${operation} does not declare ${name}`)
    this.#pending = [...this.#pending, { operation, code: name, times: times as number }]
  }
}
