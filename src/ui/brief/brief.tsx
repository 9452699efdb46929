import type { Lab } from '../../lab/lab.ts'

export function Brief(_: { lab: Lab }) {
  return <p className="p-4">Brief</p>
}
