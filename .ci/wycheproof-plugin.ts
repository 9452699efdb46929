import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const LIST = 'virtual:wycheproof'
const FILE = 'virtual:wycheproof/'

/**
 * Gives tests in Node and in the browser the same Wycheproof vectors, which stay outside the project.
 * `virtual:wycheproof` is a map from file name to a lazy import; it is empty where the vectors are absent.
 *
 * @param folder holds wycheproof/*.json; LAB_VECTORS or ../shared/vectors seen from the project
 */
export function wycheproof(folder = process.env.LAB_VECTORS ?? '../shared/vectors'): Plugin {
  const home = resolve(folder, 'wycheproof')
  const names = existsSync(home) ? readdirSync(home).filter((name) => name.endsWith('_test.json')) : []
  return {
    name: 'wycheproof',
    resolveId: (id) => (id === LIST || id.startsWith(FILE) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LIST}`) {
        const entries = names.map(
          (name) => `${JSON.stringify(name)}: () => import(${JSON.stringify(`${FILE}${name}.js`)})`,
        )
        return `export default { ${entries.join(', ')} }`
      }
      if (!id.startsWith(`\0${FILE}`)) return undefined
      const name = id.slice(`\0${FILE}`.length, -'.js'.length)
      if (!names.includes(name)) return undefined
      return `export default JSON.parse(${JSON.stringify(readFileSync(join(home, name), 'utf8'))})`
    },
  }
}
