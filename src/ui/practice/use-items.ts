import { useEffect, useState } from 'react'
import type { Item } from '../../course/item-definition.ts'
import { loadAllItems } from '../../course/items/load-items.ts'

/** The bank, once its parts have been fetched; an error is thrown to the boundary of the page. */
export function useItems(): readonly Item[] | undefined {
  const [items, setItems] = useState<readonly Item[]>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    loadAllItems().then(setItems, setError)
  }, [])
  if (error !== undefined) throw error instanceof Error ? error : new TypeError(String(error))
  return items
}
