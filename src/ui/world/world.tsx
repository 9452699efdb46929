import type { Lab } from '../../lab/lab.ts'

export function World(_: { lab: Lab }) {
  return <p className="p-4">World</p>
}
