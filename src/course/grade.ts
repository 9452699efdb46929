import type { Item, ItemTag, MatchItem, OrderItem, Response } from './item-definition.ts'

/** What an answer is worth, and what it shows. */
export interface Graded {
  /** All or nothing, as in an exam */
  readonly right: boolean
  /** 0 to 1: what practice shows as partial credit */
  readonly share: number
  /** The beliefs that this answer shows, each once; `M-00` is a slip without one */
  readonly tags: readonly ItemTag[]
}

const NOTHING: Graded = { right: false, share: 0, tags: [] }

/** Judges an answer by the item alone: the same answer is always worth the same. An answer of another kind is worth nothing. */
export function grade(item: Item, response: Response): Graded {
  switch (item.type) {
    case 'order':
      return response.kind === 'order' ? gradeOrder(item, response.ids) : NOTHING
    case 'match':
      return response.kind === 'pairs' ? gradeMatch(item, response.pairs) : NOTHING
    default:
      return response.kind === 'marked' ? gradeMarked(item, response.ids) : NOTHING
  }
}

/** Marks beyond the number asked for take a right one away each, so that marking everything is worth nothing. */
function gradeMarked({ options }: Extract<Item, { options: unknown }>, ids: readonly string[]): Graded {
  const marked = new Set(ids)
  const correct = options.filter((option) => option.correct)
  const hits = correct.filter(({ id }) => marked.has(id)).length
  const beyond = Math.max(0, marked.size - correct.length)
  return {
    right: hits === correct.length && marked.size === correct.length,
    share: Math.max(0, hits - beyond) / correct.length,
    tags: each(options.filter(({ id }) => marked.has(id)).map(({ misconception }) => misconception)),
  }
}

/** By pairs of neighbours: a step counts when the right one follows it at once. */
function gradeOrder({ steps, slips }: OrderItem, ids: readonly string[]): Graded {
  const right = steps.map(({ id }) => id)
  const pairs = right.slice(1).filter((id, i) => {
    const at = ids.indexOf(right[i] as string)
    return at >= 0 && ids[at + 1] === id
  })
  const shown = slips.filter(({ first, later }) => {
    const [one, two] = [ids.indexOf(first), ids.indexOf(later)]
    return one >= 0 && two >= 0 && one < two
  })
  return {
    right: ids.length === right.length && ids.every((id, i) => id === right[i]),
    share: pairs.length / (right.length - 1),
    tags: each(shown.map(({ misconception }) => misconception)),
  }
}

function gradeMatch({ left, slips }: MatchItem, pairs: Readonly<Record<string, string>>): Graded {
  const given = (id: string) => (Object.hasOwn(pairs, id) ? pairs[id] : undefined)
  const hits = left.filter(({ id, right }) => given(id) === right).length
  const shown = slips.filter((slip) => given(slip.left) === slip.right)
  return {
    right: hits === left.length,
    share: hits / left.length,
    tags: each(shown.map(({ misconception }) => misconception)),
  }
}

const each = (tags: readonly (ItemTag | undefined)[]): ItemTag[] => [
  ...new Set(tags.filter((tag) => tag !== undefined)),
]
