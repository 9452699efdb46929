import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
}

export type Encoding = 'br' | 'gzip' | 'identity'

/** A file as it was at one moment, with the shorter forms that somebody asked for. */
export class StaticFile {
  readonly type: string
  readonly etag: string
  readonly version: string
  readonly #forms = new Map<Encoding, Promise<Buffer>>()

  /** @param version differs when the file has changed on disk */
  constructor(name: string, content: Buffer, version: string) {
    this.version = version
    this.type = TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'
    this.etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    this.#forms.set('identity', Promise.resolve(content))
  }

  get compressible(): boolean {
    return this.type.includes('charset') || this.type === 'application/wasm'
  }

  async as(encoding: Encoding): Promise<Buffer> {
    const content = (await this.#forms.get('identity')) as Buffer
    const form = this.#forms.get(encoding) ?? compress(content, encoding)
    this.#forms.set(encoding, form)
    return form
  }
}

/** The files below one folder, kept in memory until they change on disk. */
export class Folder {
  readonly #root: string
  readonly #known = new Map<string, StaticFile>()

  constructor(root: string) {
    this.#root = root
  }

  /** @returns undefined for whatever is not a plain file below the root */
  async file(urlPath: string): Promise<{ name: string; file: StaticFile } | undefined> {
    const name = fileName(urlPath)
    if (name === undefined) return undefined
    const path = join(this.#root, name)
    const facts = await stat(path).catch(() => undefined)
    if (!facts?.isFile()) return undefined
    const version = `${facts.mtimeMs} ${facts.size}`
    let file = this.#known.get(name)
    if (file?.version !== version) {
      file = new StaticFile(name, await readFile(path), version)
      this.#known.set(name, file)
    }
    return { name, file }
  }
}

/** Every part must be an ordinary name: no dots in front, no separators or NUL in disguise, no drive or stream. */
const ORDINARY = /^[^./\\:\0][^/\\:\0]*$/

function fileName(urlPath: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
  const parts = (path === '/' ? '/index.html' : path).slice(1).split('/')
  return path.startsWith('/') && parts.every((part) => ORDINARY.test(part)) ? parts.join('/') : undefined
}

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(content)
  // The default quality, 11, takes many times longer for a few percent of size.
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
