import { beats } from './beats/index.ts'
import { faultless, type Control, type FlowInputs } from './flow-definition.ts'

/** A choice that was made otherwise than the import goes by itself. */
export interface SetFault {
  readonly beat: number
  readonly input: keyof FlowInputs
  readonly label: string
}

/** Choices that can make an import fail, or fill the key with the wrong bytes. Size, hash and date are no faults. */
const FAULTS: ReadonlySet<keyof FlowInputs> = new Set(['wait', 'bytes', 'closing', 'sending'])

/** What is set, in the order of the beats. */
export const faultsSet = (inputs: FlowInputs): readonly SetFault[] =>
  beats.flatMap(({ controls }, i) =>
    controls
      .filter(({ input }) => FAULTS.has(input) && inputs[input] !== faultless[input])
      .map((control) => ({ beat: i + 1, input: control.input, label: labelOf(control, inputs) })),
  )

const labelOf = ({ input, choices }: Control, inputs: FlowInputs): string =>
  choices.find(({ value }) => value === inputs[input])?.label ?? ''

/** What came of a beat, in a sentence or two: for announcements and the list. */
export const faultNames = (beat: number): readonly string[] =>
  (beats[beat - 1]?.controls ?? [])
    .filter(({ input }) => FAULTS.has(input))
    .flatMap(({ choices }) => choices.slice(1).map(({ label }) => label.toLowerCase()))
