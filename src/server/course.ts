import { courseList } from '../course/lists.ts'
import { listDoor } from './lists.ts'

process.exitCode = listDoor('course', courseList, process.argv.slice(2))
