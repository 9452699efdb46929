import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'

/**
 * A lockfile written on one system can silently lack the binaries of another one; then `npm ci` fails there.
 * It should also say nothing about where packages were fetched from.
 *
 * @returns one sentence per fault
 */
export function lockfileFaults(lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))) {
  const { packages } = lock
  const faults = []
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(packages, path, name))
        faults.push(`${path || 'the project'}: optional ${name} is not in the lockfile`)
    }
    if (/^https?:/.test(entry.resolved ?? '')) faults.push(`${path}: names the host it was fetched from`)
  }
  return faults
}

/** Looks where Node would: in the package's own node_modules, then in each one above. */
function resolves(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true
    if (at === '') return false
  }
}
