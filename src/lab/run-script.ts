import { decodeBase64, encodeBase64 } from '../bytes/base64.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { createCloud } from '../cloud/cloud.ts'
import { callerOf, LAB_START, type Hands } from '../course/headless.ts'
import type {
  CallStep,
  Expectation,
  LocalStep,
  Script,
  ScriptStep,
} from '../course/table/experiment-definition.ts'
import { ACCOUNT, REGION } from '../course/account-view.ts'
import { outsideChange } from '../kms/outside-change.ts'
import { Tables } from '../kms/tables.ts'
import type { TrailEvent } from '../kms/trail.ts'
import { fromWire } from '../shell/commands/aws/encode.ts'
import { textOutput } from '../shell/commands/aws/output/text.ts'
import { jsonText, parseJson } from '../shell/commands/aws/python-json.ts'
import { isDict, type Dict } from '../shell/commands/aws/python-value.ts'
import { readQuery } from '../shell/commands/aws/query.ts'
import { decodeInput, encodeOutput } from '../wire/json.ts'
import type { OperationModel } from '../wire/service-models.ts'
import { seconds, virtualClock, type Instant } from '../world/clock.ts'
import { seededEntropy } from '../world/entropy.ts'
import { lineOf, operationOf } from './script-line.ts'

export interface StepRun {
  readonly step: ScriptStep
  readonly line: string | undefined
  readonly at: Instant
  readonly until: Instant
  readonly out: string
  readonly error?: { readonly code: string; readonly text: string }
  /** It came to what the script says it must */
  readonly met: boolean
}

export interface ScriptRun {
  readonly steps: readonly StepRun[]
  readonly trail: readonly TrailEvent[]
  /** Every step came to what it must */
  readonly proved: boolean
  /** Values of this run, by the names that the lines give them: `$K` */
  readonly variables: ReadonlyMap<string, string>
}

export interface ScriptPorts {
  readonly hands: Pick<Hands, 'crypto' | 'wrap'>
  /** 32 bytes: names, material and every salt of the engine come from it */
  readonly seed: Bytes
  readonly signal?: AbortSignal
  readonly onStep?: (step: StepRun) => void
}

const AS = 'KeyCustodian'

/**
 * Runs a script from its first step in a world of its own; the learner's work is elsewhere. What it prints is what
 * `aws` prints of the engine's answer.
 *
 * @throws the reason of the signal, once it is aborted
 */
export async function runScript(
  script: Script,
  { hands, seed, signal, onStep }: ScriptPorts,
): Promise<ScriptRun> {
  const clock = virtualClock(LAB_START)
  const entropy = seededEntropy(seed)
  const tables = new Tables()
  const cloud = createCloud({ world: { clock, entropy }, crypto: hands.crypto, tables })
  const variables = new Map<string, string>()
  const files = new Map<string, Bytes>()

  type Outcome = Pick<StepRun, 'out' | 'error'>

  async function call(step: CallStep): Promise<Outcome> {
    const model = operationOf(step)
    const input = decodeInput(model.input, jsonOf(step, model))
    const caller = callerOf(AS, step.region ?? REGION)
    const result =
      step.service === 'kms'
        ? await cloud.call(step.operation, input, caller)
        : await cloud.request(step.service, step.operation, input, caller)
    clock.advance(seconds(1))
    await cloud.settle()
    if (!result.ok) {
      const { code, message } = result.error
      return {
        out: '',
        error: {
          code,
          text: `An error occurred (${code}) when calling the ${step.operation} operation: ${message}`,
        },
      }
    }
    return { out: keep(step, printed(step, model, result.output)) }
  }

  function jsonOf({ input }: CallStep, model: OperationModel): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      Object.entries(input).map(([name, value]) => {
        if (typeof value !== 'object') return [name, filled(value)]
        if (!('file' in value) && !('text' in value))
          return [name, JSON.parse(JSON.stringify(value), (_, inner: unknown) => filled(inner))]
        const bytes = files.get('file' in value ? (value.file as string) : (value.text as string))
        if (!bytes) throw new RangeError(`there is no file for ${name}`)
        if ('file' in value) return [name, encodeBase64(bytes)]
        const structure = model.input[name]?.shape.kind === 'structure'
        return [name, structure ? (JSON.parse(decodeUtf8(bytes)) as unknown) : decodeUtf8(bytes)]
      }),
    )
  }

  const filled = (value: unknown) =>
    typeof value === 'string' && value.startsWith('$') ? variable(value.slice(1)) : value

  function variable(name: string): string {
    const value = variables.get(name)
    if (value === undefined) throw new RangeError(`there is no ${name} yet`)
    return value
  }

  /** What a line does with what is printed; @returns what is left to see */
  function keep({ goes }: CallStep, text: string): string {
    if (goes === undefined) return text
    if (goes === 'decoded') return decodeUtf8(decodeBase64(text.trim()))
    if ('into' in goes) variables.set(goes.into, text.trim())
    else if ('to' in goes) files.set(goes.to, encodeUtf8(text))
    else files.set(goes.bytes, decodeBase64(text.trim()))
    return ''
  }

  const local = async ({ does }: LocalStep): Promise<Outcome> => ({
    out:
      (await does({
        files,
        random: (length) => entropy.bytes(length),
        wrap: (publicKey, material) => hands.wrap(publicKey, material, 'SHA-256'),
        variable,
      })) ?? '',
  })

  async function outcomeOf(step: ScriptStep): Promise<Outcome> {
    switch (step.is) {
      case 'call':
        return call(step)
      case 'local':
        return local(step)
      case 'travel':
        clock.advance(step.by)
        await cloud.settle()
        return { out: '' }
      case 'region-failure':
        await cloud.regionFailure(REGION)
        return { out: '' }
      case 'outside':
        tables.apply(
          outsideChange(
            { reader: tables, place: { accountId: ACCOUNT, region: REGION }, entropy },
            step.change,
          ),
        )
        for (const [name, text] of Object.entries(step.files ?? {})) files.set(name, encodeUtf8(text))
        return { out: '' }
    }
  }

  const steps: StepRun[] = []
  for (const step of script.steps) {
    signal?.throwIfAborted()
    const at = clock.now()
    const outcome = await outcomeOf(step)
    const expected = 'expect' in step ? step.expect : 'works'
    const run = {
      step,
      line: lineOf(step),
      at,
      until: clock.now(),
      ...outcome,
      met: isMet(expected, outcome),
    }
    signal?.throwIfAborted()
    steps.push(run)
    onStep?.(run)
  }
  return { steps, trail: cloud.trail(), proved: steps.every(({ met }) => met), variables }
}

/** As the CLI prints an answer: by its query as text, whole as JSON, and nothing where there is nothing. */
function printed(
  { query }: CallStep,
  model: OperationModel,
  output: Readonly<Record<string, unknown>>,
): string {
  const read = parseJson(JSON.stringify(encodeOutput(model.output, output)))
  const answer: Dict = fromWire(isDict(read) ? read : new Map(), model.output)
  if (query !== undefined) return textOutput(readQuery(query)(answer))
  return answer.size === 0 ? '' : `${jsonText(answer, 4)}\n`
}

export function isMet(expected: Expectation, { out, error }: Pick<StepRun, 'out' | 'error'>): boolean {
  if (expected === 'works') return error === undefined
  if ('prints' in expected) return error === undefined && out.trim() === expected.prints
  return error?.code === expected.refused && error.text.includes(expected.saying ?? '')
}
