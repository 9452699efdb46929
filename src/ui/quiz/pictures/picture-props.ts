import type { HotspotItem } from '../../../course/item-definition.ts'

export interface PictureProps {
  readonly asked: HotspotItem
  readonly marked: readonly string[]
  /** The answer is given: right and wrong areas show */
  readonly told: boolean
  /** The field in the list that belongs to an area */
  readonly inputId: (option: string) => string
}
