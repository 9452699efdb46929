import type { ReactNode } from 'react'
import type { Frame } from '../../../course/flow/flow-definition.ts'
import type { Inspected } from '../inspected.ts'

/** A part of a drawing that can be opened: where it is, in units of the drawing. */
export interface Openable {
  readonly what: Inspected
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The drawing of an open beat, in 352 by 236 units; text of 13 units is 13 px on a wide screen. */
export interface Station {
  draw(frame: Frame): ReactNode
  readonly opens: readonly Openable[]
}
