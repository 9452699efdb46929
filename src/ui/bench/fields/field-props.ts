import type { Entered, Field, Problem } from '../form-model.ts'

/** What the form gives to each of its fields. */
export interface FieldProps {
  readonly field: Field
  readonly entered: Entered | undefined
  readonly onEnter: (entered: Entered | undefined) => void
  readonly problem: Problem | undefined
}

/** The same for what a field is filled in with: with the id of its label and of what is wrong. */
export interface ControlProps extends FieldProps {
  readonly id: string
  readonly label: string
  readonly describedBy: string | undefined
}

export const textOf = (entered: Entered | undefined) => (entered && 'text' in entered ? entered.text : '')

export const aria = ({ problem, describedBy }: Pick<ControlProps, 'problem' | 'describedBy'>) => ({
  'aria-invalid': problem ? true : undefined,
  'aria-describedby': describedBy,
})
