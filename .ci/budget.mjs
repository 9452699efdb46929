import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inProject, isMain } from './project.mjs'

const KIB = 1_024
const FIRST_LOAD = 110 * KIB
const LAZY = 70 * KIB
const SHELL = 400 * KIB
/** What a lesson or the flow fetches before its words can be read: no engine is in it. */
const WORDS = 40 * KIB
const FONTS = new Set(['.woff2', '.woff', '.ttf'])
const TEXT = new Set(['.js', '.css', '.html', '.json', '.svg', '.webmanifest', '.md', '.txt'])

/** Words that only tests, their tools and their vectors use. */
const TEST_WORDS = /\btestGroups\b|\btcId\b|wycheproof|\bvitest\b|\bfast-check\b|fake-indexeddb/

/** A whole private key in PEM form; the words around one are lesson text and may be there. */
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\[rn])*[A-Za-z0-9+/]{40}/

/**
 * @param app the built app
 * @returns faults: one sentence each; figures: lines to read
 */
export function weigh(app = inProject('dist', 'app')) {
  const faults = []
  const files = namesUnder(app)
  const page = readFileSync(join(app, 'index.html'), 'utf8')
  const first = firstLoad(app, page)
  const size = Object.fromEntries(
    files.map((name) => [name, gzipSync(readFileSync(join(app, name)), { level: 9 }).length]),
  )
  const code = files.filter((name) => ['.js', '.css'].includes(extname(name)))

  const firstSize = sum([...first].map((name) => size[name]))
  if (firstSize > FIRST_LOAD) faults.push(`first load is ${kib(firstSize)}, more than ${kib(FIRST_LOAD)}`)
  const lazy = code.filter((name) => !first.has(name))
  for (const name of lazy) {
    const limit = /^shell[-.]/.test(basename(name)) ? SHELL : LAZY
    if (size[name] > limit) faults.push(`${name} is ${kib(size[name])}, more than ${kib(limit)}`)
  }

  const screens = readFileSync(join(app, 'theme.js'), 'utf8').match(/const screens = (\[\[.*\]\])/)?.[1]
  for (const path of ['/learn/1/x', '/flow']) {
    const [, files = []] = JSON.parse(screens ?? '[]').find(([begins]) => new RegExp(begins).test(path)) ?? []
    const words = sum(files.map((name) => size[`assets/${name}`]))
    if (files.length === 0) faults.push(`theme.js does not know the files of ${path}`)
    if (words > WORDS) faults.push(`the files of ${path} are ${kib(words)}, more than ${kib(WORDS)}`)
  }

  for (const [element] of page.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>|<style\b[^>]*>|\son\w+=|\sstyle=/g)) {
    faults.push(`index.html has something inline: ${element.trim()}`)
  }
  for (const [element] of page.matchAll(/<script\b[^>]*>|<link rel="(?:modulepreload|stylesheet)"[^>]*>/g)) {
    if (!/\sintegrity="sha384-/.test(element)) faults.push(`index.html loads without integrity: ${element}`)
  }
  if (!page.includes('http-equiv="Content-Security-Policy"')) faults.push('index.html has no policy')

  const samples = fixtureSamples()
  for (const name of files.filter((name) => TEXT.has(extname(name)))) {
    const text = readFileSync(join(app, name), 'utf8')
    const word = TEST_WORDS.exec(text)?.[0]
    if (word) faults.push(`${name} holds a word of tests: ${word}`)
    if (PRIVATE_KEY.test(text)) faults.push(`${name} holds a private key`)
    for (const { file, sample } of samples)
      if (text.includes(sample)) faults.push(`${name} holds bytes of ${file}`)
  }

  const fonts = files.filter((name) => FONTS.has(extname(name)))
  const largest = lazy.toSorted((a, b) => size[b] - size[a]).slice(0, 3)
  return {
    faults,
    figures: [
      `first load ${kib(firstSize)} of ${kib(FIRST_LOAD)} (gzip, JS and CSS, ${first.size} files)`,
      `${lazy.length} lazy files, ${kib(sum(lazy.map((name) => size[name])))}${largest.map((name) => `; ${basename(name)} ${kib(size[name])}`).join('')}`,
      `${fonts.length} fonts, ${kib(sum(fonts.map((name) => size[name])))}; everything ${kib(sum(Object.values(size)))}`,
    ],
  }
}

/** What the browser fetches before the first lazy import: what the page names, and what that imports at once. */
function firstLoad(app, page) {
  const names = new Set()
  const visit = (name) => {
    if (names.has(name) || !existsSync(join(app, name))) return
    names.add(name)
    if (extname(name) !== '.js') return
    for (const [, next] of readFileSync(join(app, name), 'utf8').matchAll(
      /(?:\bimport|\bfrom)\s*["']\.\/([^"']+)["']/g,
    )) {
      visit(join(name, '..', next).replaceAll('\\', '/'))
    }
  }
  for (const [, name] of page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)) visit(name)
  return names
}

/** Pieces from the inside of every fixture of the tests: none may be in the build. */
function fixtureSamples() {
  const folders = /(?:^|\/)(?:fixtures|vectors|recorded)\//
  const names = namesUnder(inProject('src'))
  // What a tool says was recorded, and our own command says the same: such words are ours too.
  const ours = names
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(?:^|\/)testing\//.test(file))
    .map((file) => readFileSync(inProject('src', file), 'utf8'))
    .join('\n')
  return (
    names
      // The public API model is no secret, and the engine's shapes say the same.
      .filter((file) => folders.test(file) && !/\.tsx?$/.test(file) && !/\.md$|kms-api\.json$/.test(file))
      .flatMap((file) => {
        const words = readFileSync(inProject('src', file), 'latin1').match(/[A-Za-z0-9+/=_-]{48,}/g) ?? []
        return words
          .filter((_, at) => at % Math.ceil(words.length / 8) === 0)
          .map((word) => ({ file, sample: word.slice(0, 48) }))
          .filter(({ sample }) => !ours.includes(sample))
      })
  )
}

function namesUnder(folder, prefix = '') {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? namesUnder(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
  )
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const kib = (bytes) => `${(bytes / KIB).toFixed(1)} KiB`

if (isMain(import.meta)) {
  const { faults, figures } = weigh()
  for (const line of [...figures, ...faults]) console.log(line)
  process.exitCode = faults.length > 0 ? 1 : 0
}
