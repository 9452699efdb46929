import { itemsDoor } from './check-items.ts'
import { runDoor } from './run-door.ts'

runDoor(itemsDoor)
