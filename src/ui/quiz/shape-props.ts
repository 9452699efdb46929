import type { Item, Response } from '../../course/item-definition.ts'

/** What each shape of question gets. */
export interface ShapeProps<Asked extends Item = Item> {
  /** With its slots filled and its parts in the order shown */
  readonly asked: Asked
  readonly response: Response | undefined
  /** Absent once the answer is given: nothing can be changed any more, and every reason shows */
  readonly onRespond?: ((response: Response) => void) | undefined
  /** Id of the heading that asks */
  readonly labelledBy: string
}
