import type { Lab } from '../../lab/lab.ts'

export function Trail(_: { lab: Lab }) {
  return <p className="p-4">Trail</p>
}
