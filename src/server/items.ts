import { itemList } from '../course/lists.ts'
import { listDoor } from './lists.ts'

process.exitCode = listDoor('items', itemList, process.argv.slice(2))
