import { Gunzip, gzipSync } from 'fflate'
import { concatBytes, owned, type Bytes } from '../bytes/bytes.ts'
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts'
import { canonical, isPlain, MAX_DEPTH, revive } from './codec.ts'
import { genesisHash, isChange } from './journal.ts'
import { newestLearnt } from './learning-row-shapes.ts'
import { migrateRows, SCHEMA } from './migrate.ts'
import { isGeneration, isSnapshot, rebuild, sealSnapshot, validPrefix, type Rebuilt } from './rebuild.ts'
import { days, type Instant } from '../world/clock.ts'
import { LoadRefusal } from './refusal.ts'
import { requireSoundRows, UnsoundRow } from './row-shapes.ts'
import { says } from './words.ts'
import type { Image } from './workspace-store.ts'

export const FORMAT = 'kms-key-material-lab/workspace'
/** A larger file is refused before it is looked at (F25). */
export const MAX_FILE = 50 * 1024 * 1024
const MAX_UNPACKED = 200 * 1024 * 1024
/** Text of JSON packs to a tenth or so; much more than this is made to fill memory (T13). */
const MAX_RATIO = 100
const HARMLESS = 20 * 1024 * 1024
const GZIP_FROM = 1024 * 1024

/** Clocks differ, and so do the days of two places: so much is no deceit. */
const CLOCKS_DIFFER = days(2)

const mostUnpacked = (packed: number) => Math.min(MAX_UNPACKED, Math.max(HARMLESS, packed * MAX_RATIO))

/** A workspace as one file: JSON as canonical text, gzipped when large. */
export function writeSaveFile({ generation, base, entries }: Image): Bytes {
  const text = encodeUtf8(canonical({ format: FORMAT, ...generation, base, entries }))
  if (text.length < GZIP_FROM) return text
  const packed = owned(gzipSync(text, { mtime: 0 }))
  // Monotonous work packs so well that it would look like a bomb.
  return text.length > mostUnpacked(packed.length) ? text : packed
}

/** What can be said of a file before a byte of it is read (F25). @throws LoadRefusal */
export function requireFileSize(size: number): void {
  if (size > MAX_FILE) throw new LoadRefusal(says.loadTooLarge)
}

/**
 * Opens a file that anybody may have made: every byte of it is data to be doubted (T11).
 *
 * @param now by the wall clock: nothing was learnt after it
 * @throws LoadRefusal and nothing else
 */
export function readSaveFile(
  file: Bytes,
  now: Instant,
): { readonly image: Image; readonly rebuilt: Rebuilt } {
  requireFileSize(file.length)
  const saved = parsed(unpacked(file))
  if (!isPlain(saved) || saved.format !== FORMAT || !isGeneration(saved))
    throw new LoadRefusal(says.loadNotOurs)
  if (saved.schema > SCHEMA) throw new LoadRefusal(says.loadNewer)
  if (saved.schema < 0) throw new LoadRefusal(says.loadNoSuchVersion)
  const opened = open(saved)
  if (newestLearnt(opened.rebuilt.tables) > now + CLOCKS_DIFFER) throw new LoadRefusal(says.loadFuture)
  return opened
}

function open(saved: Saved) {
  try {
    const image = saved.schema === 0 ? fromPrototype(saved) : fromChain(saved)
    const rebuilt = rebuild(image)
    requireSoundRows(rebuilt.tables)
    return { image, rebuilt }
  } catch (error) {
    throw new LoadRefusal(error instanceof UnsoundRow ? says.loadUnsound(error.table) : says.loadDamaged)
  }
}

type Saved = Record<string, unknown> & { readonly schema: number; readonly generation: string }

function fromChain({ schema, generation: name, base, entries }: Saved): Image {
  if (!isSnapshot(base) || !Array.isArray(entries)) throw new TypeError('no journal')
  const { entries: valid, rejected } = validPrefix(base, entries)
  if (rejected.length > 0) throw new TypeError('the chain is broken')
  const generation = { schema, generation: name }
  if (base.seq === 0 && base.hash !== genesisHash({ schema: SCHEMA, generation: name }))
    throw new TypeError('another beginning')
  return { generation, base, entries: valid }
}

function fromPrototype({ generation: name, rows }: Saved): Image {
  if (!isChange(rows)) throw new TypeError('no rows')
  const generation = { schema: SCHEMA, generation: name }
  return {
    generation,
    base: sealSnapshot({
      seq: 0,
      hash: genesisHash(generation),
      rows: migrateRows(0, rows),
      undo: [],
      redo: [],
    }),
    entries: [],
  }
}

function parsed(bytes: Bytes): unknown {
  let value: unknown
  try {
    const text = decodeUtf8(bytes)
    if (deeperThan(text, MAX_DEPTH)) throw new LoadRefusal(says.loadTooDeep)
    value = JSON.parse(text)
  } catch (error) {
    throw error instanceof LoadRefusal ? error : new LoadRefusal(says.loadCutShort)
  }
  try {
    return revive(value)
  } catch {
    throw new LoadRefusal(says.loadForbidden)
  }
}

/** Looked at before JSON.parse, which would recurse. One pass. */
function deeperThan(text: string, most: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (inString) {
      if (letter === '\\') i++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') {
      if (++depth > most) return true
    } else if (letter === '}' || letter === ']') depth--
  }
  return false
}

/** Counts what comes out while it comes; what the file says of its own size is not believed. */
function unpacked(file: Bytes): Bytes {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file
  const most = mostUnpacked(file.length)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    const gunzip = new Gunzip((part) => {
      length += part.length
      if (length > most) throw new LoadRefusal(says.loadInflates)
      parts.push(part)
    })
    const step = 64 * 1024
    for (let at = 0; at < file.length; at += step)
      gunzip.push(file.subarray(at, at + step), at + step >= file.length)
  } catch (error) {
    throw error instanceof LoadRefusal ? error : new LoadRefusal(says.loadCutShort)
  }
  return concatBytes(...parts)
}
