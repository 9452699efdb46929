/**
 * A quick 64-bit checksum of plain data, for telling a damaged record from a whole one: every single change is
 * noticed. It is no defence against somebody who wants to deceive; the journal's SHA-256 chain is.
 * Members count in any order, so a clone and a copy that went through a file agree.
 */
export function checksum(value: unknown): string {
  lanes[0] = SEED_A
  lanes[1] = SEED_B
  feed(value)
  const [a, b] = lanes as unknown as [number, number]
  return hex(finish(a ^ (b >>> 15))) + hex(finish(b ^ (a >>> 13)))
}

const SEED_A = 0x9e3779b9
const SEED_B = 0x85ebca6b
const FACTOR_A = 0x9e3779b1
const FACTOR_B = 0x5f356495
/** Two running sums, in a typed array: as variables of the module they would be boxed with each step. */
const lanes = new Int32Array(2)

const NULL = 1
const TRUE = 2
const FALSE = 3
const NUMBER = 4
const TEXT = 5
const BYTES = 6
const LIST = 7
const OBJECT = 8
const OTHER = 9

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)

// A step is one-to-one in what was there and in what comes in, so one change always shows.
function mix(word: number): void {
  const a = Math.imul((lanes[0] as number) ^ word, FACTOR_A)
  lanes[0] = a ^ (a >>> 15)
  const b = Math.imul((lanes[1] as number) ^ word, FACTOR_B)
  lanes[1] = b ^ (b >>> 13)
}

function feed(value: unknown): void {
  if (typeof value === 'string') feedText(value)
  else if (typeof value === 'number') feedNumber(value)
  else if (value === null || value === undefined) mix(NULL)
  else if (typeof value === 'boolean') mix(value ? TRUE : FALSE)
  else if (value instanceof Uint8Array) feedBytes(value)
  else if (Array.isArray(value)) feedList(value)
  else if (typeof value === 'object') feedObject(value as Record<string, unknown>)
  else mix(OTHER)
}

function feedText(text: string): void {
  mix(TEXT)
  mix(text.length)
  // The same step as mix, with both sums in registers: nearly all of the time goes here.
  let a = lanes[0] as number
  let b = lanes[1] as number
  for (let i = 0; i < text.length; i++) {
    const word = text.charCodeAt(i)
    a = Math.imul(a ^ word, FACTOR_A)
    a ^= a >>> 15
    b = Math.imul(b ^ word, FACTOR_B)
    b ^= b >>> 13
  }
  lanes[0] = a
  lanes[1] = b
}

function feedNumber(value: number): void {
  // JSON knows no -0.
  float[0] = value === 0 ? 0 : value
  mix(NUMBER)
  mix(words[0] as number)
  mix(words[1] as number)
}

function feedBytes(bytes: Uint8Array): void {
  mix(BYTES)
  mix(bytes.length)
  for (let i = 0; i < bytes.length; i++) mix(bytes[i] as number)
}

function feedList(list: readonly unknown[]): void {
  mix(LIST)
  mix(list.length)
  for (const entry of list) feed(entry)
}

function feedObject(value: Record<string, unknown>): void {
  const beforeA = lanes[0] as number
  const beforeB = lanes[1] as number
  let sumA = 0
  let sumB = 0
  for (const name of Object.keys(value)) {
    const member = value[name]
    if (member === undefined) continue
    lanes[0] = SEED_A
    lanes[1] = SEED_B
    feedText(name)
    feed(member)
    sumA = (sumA + (lanes[0] as number)) | 0
    sumB = (sumB + (lanes[1] as number)) | 0
  }
  lanes[0] = beforeA
  lanes[1] = beforeB
  mix(OBJECT)
  mix(sumA)
  mix(sumB)
}

function finish(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return (twice ^ (twice >>> 16)) >>> 0
}

const hex = (word: number) => word.toString(16).padStart(8, '0')
