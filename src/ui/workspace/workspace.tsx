import type { Lab } from '../../lab/lab.ts'
import { Bench } from '../bench/bench.tsx'
import { Brief } from '../brief/brief.tsx'
import { Trail } from '../trail/trail.tsx'
import { words } from '../words.ts'
import { World } from '../world/world.tsx'
import { Pane } from './pane.tsx'

export function Workspace({ lab }: { lab: Lab }) {
  return (
    <main className="workspace">
      <Pane name={words.pane.brief} id="brief"><Brief lab={lab} /></Pane>
      <Pane name={words.pane.bench} id="bench"><Bench lab={lab} /></Pane>
      <Pane name={words.pane.world} id="world"><World lab={lab} /></Pane>
      <Pane name={words.pane.trail} id="trail"><Trail lab={lab} /></Pane>
    </main>
  )
}
