import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

interface Room {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
  /** What only its tests may import besides */
  readonly testRooms?: readonly string[]
  /** Text for readers, which lives outside src */
  readonly text?: RegExp
  /** Pure rooms read no wall time, no system randomness and nothing of a page. */
  readonly pure?: boolean
}

const pure = true
const BELOW_APP = [
  'bytes',
  'world',
  'crypto',
  'kms',
  'cloud',
  'wire',
  'shell',
  'course',
  'lab',
  'ui',
  'delivery',
]
const BELOW_SERVER = BELOW_APP.filter((room) => room !== 'ui')

/** Who may import what. If a good change needs a new arrow, it changes this table and says why. */
const HOUSE: Readonly<Record<string, Room>> = {
  bytes: { rooms: [], packages: [], pure },
  world: { rooms: [], packages: [], pure },
  crypto: {
    rooms: ['bytes', 'world'],
    packages: ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@noble/post-quantum', 'node-forge'],
    pure,
  },
  kms: { rooms: ['bytes', 'world', 'crypto'], packages: [], pure },
  cloud: { rooms: ['bytes', 'world', 'crypto', 'kms'], packages: [], pure },
  wire: { rooms: ['bytes', 'world', 'kms', 'cloud'], packages: [], pure },
  // Its tests play the customer, who wraps material with real RSA, and ask the endpoint what the diagram was told.
  course: { rooms: ['bytes', 'world', 'kms', 'cloud'], packages: [], testRooms: ['crypto', 'wire'], pure },
  shell: {
    rooms: ['bytes', 'world', 'crypto', 'kms', 'wire'],
    packages: ['just-bash/browser'],
    // Its tests ask a real cloud, as a learner's lines do.
    testRooms: ['cloud'],
  },
  lab: {
    rooms: ['bytes', 'world', 'crypto', 'kms', 'cloud', 'wire', 'shell', 'course'],
    packages: ['zustand/vanilla', 'idb', 'fflate'],
  },
  ui: {
    rooms: ['bytes', 'world', 'kms', 'course', 'lab'],
    packages: [
      'react',
      'zustand',
      'wouter',
      'fflate',
      '@xyflow/react',
      '@fontsource',
      '@fontsource-variable',
    ],
  },
  delivery: { rooms: ['bytes', 'world', 'course', 'lab'], packages: ['fflate'] },
  app: {
    rooms: BELOW_APP,
    packages: ['react', 'react-dom', 'wouter', '@fontsource', '@fontsource-variable'],
  },
  server: { rooms: BELOW_SERVER, packages: ['node:'] },
}

/** system.ts is the only reader of wall time and system randomness. */
const MAY_BE_IMPURE = ['world/system.ts']
const FOR_TESTS = [
  'vitest',
  'fast-check',
  'node:',
  'fake-indexeddb',
  '@aws-sdk',
  '@aws-crypto',
  'virtual:wycheproof',
  'react-dom',
]
const TEST = /\.test\.tsx?$|(^|\/)(testing|vectors|fixtures)\//
const SINGLE_FILES = ['floors.test.ts']

/**
 * @param path of a source file, seen from src
 * @returns one sentence for everything in it that the house does not allow
 */
function faultsOf(path: string, text: string): string[] {
  if (SINGLE_FILES.includes(path)) return []
  const name = path.includes('/') ? (path.split('/')[0] as string) : ''
  const room = HOUSE[name]
  if (!room) return [`${path} is in no room of the house`]
  const test = TEST.test(path)
  const imports = targetsOf(path, text)
    .filter((target) => !allowed(path, name, room, target, test))
    .map((target) => `${path} may not import ${target}`)
  const checked = room.pure && !test && !MAY_BE_IMPURE.includes(path)
  return checked ? [...imports, ...impuritiesOf(path, text)] : imports
}

function allowed(path: string, name: string, room: Room, target: string, test: boolean): boolean {
  if (!target.startsWith('.')) {
    const packages = test ? [...room.packages, ...FOR_TESTS] : room.packages
    return packages.some((one) => target === one || target.startsWith(one.endsWith(':') ? one : `${one}/`))
  }
  const file = posix.normalize(posix.join(posix.dirname(path), target.replace(/\?.*$/, '')))
  const into = file.split('/')[0] as string
  const rooms = [name, ...room.rooms, ...(test ? (room.testRooms ?? []) : [])]
  return room.text?.test(file) || (rooms.includes(into) && (test || !TEST.test(file)))
}

/** Static, lazy and type imports, export-from, globs, and files named beside import.meta.url. */
function targetsOf(path: string, text: string): string[] {
  const imports = ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName)
  const named: string[] = []
  if (!text.includes('import.meta')) return imports
  eachNode(path, text, (node) => {
    const call = ts.isCallExpression(node) && node.expression.getText() === 'import.meta.glob'
    const url = ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url'
    if (!call && !url) return
    const [first] = node.arguments ?? []
    const texts = first && ts.isArrayLiteralExpression(first) ? first.elements : [first]
    for (const one of texts)
      if (one && ts.isStringLiteralLike(one) && RELATIVE_CODE.test(one.text)) named.push(one.text)
  })
  return [...imports, ...named]
}

const RELATIVE_CODE = /^\.\.?\/.*(\.[cm]?[jt]sx?|\*)$/

const IMPURE_MEMBERS =
  /^(globalThis\.|self\.)?(Date\.now|Math\.random|performance\.(now|timeOrigin)|crypto\.(getRandomValues|randomUUID))$/
const PAGE_NAMES = new Set(['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator'])

function impuritiesOf(path: string, text: string): string[] {
  if (
    !/\b(Date|Math|performance|crypto|globalThis|self)\b/.test(text) &&
    ![...PAGE_NAMES].some((name) => text.includes(name))
  )
    return []
  const found = new Set<string>()
  const declared = new Set<string>()
  eachNode(path, text, (node) => {
    const name = (node as ts.NamedDeclaration).name
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && name) {
      declared.add(name.getText())
    }
    if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.test(node.getText())) found.add(node.getText())
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      found.add('new Date()')
    if (ts.isCallExpression(node) && node.expression.getText() === 'Date') found.add('Date()')
    const global =
      ts.isPropertyAccessExpression(node) && /^(globalThis|self)$/.test(node.expression.getText())
    if (global && PAGE_NAMES.has(node.name.text)) found.add(node.name.text)
    if (ts.isIdentifier(node) && PAGE_NAMES.has(node.text) && isValue(node)) found.add(node.text)
  })
  return [...found].filter((name) => !declared.has(name)).map((name) => `${path} may not use ${name}`)
}

/** A name that stands for a value here, not the name of a member or of something declared. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return (
    ts.isExpression(parent) || ts.isVariableDeclaration(parent) || ts.isShorthandPropertyAssignment(parent)
  )
}

function eachNode(path: string, text: string, visit: (node: ts.Node) => void): void {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const descend = (node: ts.Node) => {
    visit(node)
    ts.forEachChild(node, descend)
  }
  descend(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind))
}

const src = fileURLToPath(new URL('.', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.[cm]?[jt]sx?$/.test(path))

describe('the house', () => {
  it('has only arrows that the table allows, and no clock, chance or page in its pure rooms', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(files.flatMap((path) => faultsOf(path, readFileSync(`${src}/${path}`, 'utf8')))).toEqual([])
  })

  it('has no circle between rooms', () => {
    const below = (room: string, seen: readonly string[]): string[] => {
      if (seen.includes(room)) return [[...seen, room].join(' -> ')]
      return (HOUSE[room] as Room).rooms.flatMap((next) => below(next, [...seen, room]))
    }
    expect(Object.keys(HOUSE).flatMap((room) => below(room, []))).toEqual([])
  })
})

describe('the check of the house', () => {
  it.each([
    ['an upward import', 'kms/a.ts', "import { lab } from '../lab/lab.ts'"],
    ['an upward import of a type', 'bytes/a.ts', "import type { Key } from '../kms/key.ts'"],
    ['an upward type in passing', 'bytes/a.ts', "type Key = import('../kms/key.ts').Key"],
    ['a lazy upward import', 'wire/deep/a.ts', "const lab = () => import('../../lab/lab.ts')"],
    ['an upward export', 'world/a.ts', "export * from '../kms/key.ts'"],
    ['an upward glob', 'course/a.ts', "const all = import.meta.glob(['./b/*.ts', '../ui/*.tsx'])"],
    ['a worker of a room above', 'crypto/a.ts', "new Worker(new URL('../lab/worker.ts', import.meta.url))"],
    ['a way out of src', 'ui/a.tsx', "import config from '../../vite.config.ts'"],
    ['node: in kms', 'kms/a.ts', "import { createHash } from 'node:crypto'"],
    ['a package in kms', 'kms/a.ts', "import { gcm } from '@noble/ciphers/aes.js'"],
    ['React in lab', 'lab/a.ts', "import { useStore } from 'zustand'"],
    ['a package that only begins like an allowed one', 'ui/a.tsx', "import x from 'react-query'"],
    ['tests’ tools outside tests', 'kms/a.ts', "import fc from 'fast-check'"],
    ['tests’ own files outside tests', 'kms/a.ts', "import { account } from './testing/account.ts'"],
    ['ui from the server', 'server/a.ts', "import { words } from '../ui/words.ts'"],
    ['a wall clock in kms', 'kms/a.ts', 'export const now = () => Date.now()'],
    ['a wall clock by Date', 'cloud/a.ts', 'export const now = () => new Date().getTime()'],
    ['chance in course', 'course/a.ts', 'export const pick = () => Math.random()'],
    ['system randomness in crypto', 'crypto/a.ts', 'crypto.getRandomValues(new Uint8Array(1))'],
    ['the page in wire', 'wire/a.ts', 'export const host = window.location.host'],
    ['storage in world', 'world/a.ts', "globalThis.localStorage.getItem('a')"],
    ['a file without a room', 'helpers/a.ts', ''],
    ['a file beside the rooms', 'utils.ts', ''],
  ])('reports %s', (_what, path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1)
  })

  it.each([
    ['downward imports', 'kms/a.ts', "import { hex } from '../bytes/hex.ts'\nimport './b.ts'"],
    [
      'words in comments and texts',
      'kms/a.ts',
      '// Date.now, window\nexport const help = \'import x from "../ui/x.ts"\'',
    ],
    [
      'a date made from an instant',
      'kms/a.ts',
      'export const show = (at: number) => new Date(at).toISOString()',
    ],
    [
      'a window of days',
      'kms/a.ts',
      'export const last = (window: number, o: { window: number }) => window + o.window',
    ],
    ['the one reader of the system', 'world/system.ts', 'export const now = () => Date.now()'],
    [
      'tools in tests',
      'kms/a.test.ts',
      "import fc from 'fast-check'\nimport { readFileSync } from 'node:fs'",
    ],
    [
      'everything below in app',
      'app/main.tsx',
      "import { createRoot } from 'react-dom/client'\nimport '../ui/styles.css'",
    ],
  ])('lets %s pass', (_what, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})
