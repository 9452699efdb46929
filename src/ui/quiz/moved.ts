/**
 * The list with `id` at another place; the same list where that changes nothing.
 *
 * @param place 0 is the first
 */
export function moved(ids: readonly string[], id: string, place: number): readonly string[] {
  const from = ids.indexOf(id)
  const to = Math.min(Math.max(place, 0), ids.length - 1)
  if (from < 0 || from === to) return ids
  const rest = ids.filter((each) => each !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
