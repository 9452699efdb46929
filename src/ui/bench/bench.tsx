import type { Lab } from '../../lab/lab.ts'

export function Bench(_: { lab: Lab }) {
  return <p className="p-4">Bench</p>
}
