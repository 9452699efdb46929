import { LAST_VARIANT } from '../../course/items/variant-of.ts'

/** The variant that an address names; undefined where it names none. */
export function variantIn(search: string): number | undefined {
  const given = new URLSearchParams(search).get('variant') ?? ''
  return /^\d{1,3}$/.test(given) && Number(given) <= LAST_VARIANT ? Number(given) : undefined
}
