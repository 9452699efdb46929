import { labsDoor } from './play-labs.ts'
import { runDoor } from './run-door.ts'

runDoor(labsDoor)
