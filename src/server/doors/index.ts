import { engineDoor, type OpenDoor } from '../../course/door-of-play.ts'
import { formDoor } from './form-door.ts'
import { httpDoor } from './http-door.ts'
import { terminalDoor } from './terminal-door.ts'

/** THE LIST of ways in which a lab can be played; `engine` is none of a learner's, and the fastest. */
export const doors: Readonly<Record<string, OpenDoor>> = {
  engine: engineDoor,
  forms: formDoor,
  terminal: terminalDoor,
  http: httpDoor,
}

/** Those of learners */
export const learnersDoors: readonly string[] = Object.keys(doors).filter((name) => name !== 'engine')
