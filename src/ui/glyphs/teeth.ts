/** Eight steps of two bits each, from the first 16 bits of a SHA-256: how a chip's upper edge is cut. */
export type Teeth = readonly [number, number, number, number, number, number, number, number]

/** @param digest at least two bytes */
export function teethOf(digest: Uint8Array): Teeth {
  const steps = [0, 1].flatMap((i) => {
    const byte = digest[i]
    if (byte === undefined) throw new RangeError('teeth need two bytes of a digest')
    return [byte >> 6, (byte >> 4) & 3, (byte >> 2) & 3, byte & 3]
  })
  return steps as unknown as Teeth
}

const round = (n: number) => Math.round(n * 100) / 100

/** A chip alone: its lower edge at `height`, its highest step at 0. */
export function chipPath(teeth: Teeth | undefined, width: number, height: number): string {
  if (!teeth) return `M0 0H${width}V${height}H0Z`
  const depth = (width * 6) / 82
  const column = width / 8
  const edge = teeth.map((step, i) => `V${round(step * depth)}H${round((i + 1) * column)}`).join('')
  return `M0 ${height}${edge}V${height}Z`
}

/** The drawing measures at size 104; everything scales with the size. */
const FRAME = 10
const TOP = 12
const DEPTH = 6.5
const GAP = 3
const LID = 25

/** The hole of a socket: cut to the chip, flat for one that was never filled, low for a sealed one. */
export function openingPath(size: number, cut: Teeth | 'flat' | 'sealed'): string {
  const k = size / 104
  const [left, right, bottom] = [FRAME * k, round(size - FRAME * k), round(size - FRAME * k)]
  if (typeof cut === 'string') {
    const top = round((cut === 'flat' ? FRAME : LID) * k)
    return `M${round(left)} ${bottom}V${top}H${right}V${bottom}Z`
  }
  const column = ((104 - 2 * FRAME) / 8) * k
  const edge = cut
    .map((step, i) => `V${round((TOP + DEPTH * step) * k)}H${round(left + (i + 1) * column)}`)
    .join('')
  return `M${round(left)} ${bottom}${edge}V${bottom}Z`
}

/** The chip that sits in such a hole, with one even gap all round. */
export function seatedPath(size: number, cut: Teeth | 'flat' | 'sealed'): string {
  const k = size / 104
  const gap = GAP * k
  const [left, right, bottom] = [FRAME * k + gap, size - FRAME * k - gap, size - FRAME * k - gap]
  if (typeof cut === 'string') {
    const top = (cut === 'flat' ? FRAME : LID) * k + gap
    return `M${round(left)} ${round(bottom)}V${round(top)}H${round(right)}V${round(bottom)}Z`
  }
  const column = ((104 - 2 * FRAME) / 8) * k
  const edge = cut.map((step, i) => {
    const next = cut[i + 1]
    const wall = FRAME * k + (i + 1) * column
    // Beside a deeper step the chip steps back, beside a higher one it goes further: the gap stays even.
    const x = next === undefined ? right : next > step ? wall - gap : next < step ? wall + gap : wall
    return `V${round((TOP + DEPTH * step) * k + gap)}H${round(x)}`
  })
  return `M${round(left)} ${round(bottom)}${edge.join('')}V${round(bottom)}Z`
}
