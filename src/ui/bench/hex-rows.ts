/** 16 bytes of a file as a hex dump shows them. */
export interface HexRow {
  /** Eight hex digits */
  readonly offset: string
  /** Eight groups of two bytes; the last ones may be short or missing */
  readonly groups: readonly string[]
  /** One character a byte; a dot for what has no printable ASCII character */
  readonly ascii: string
}

export const BYTES_PER_ROW = 16

export function hexRows(bytes: Uint8Array, from = 0, rows = Number.POSITIVE_INFINITY): HexRow[] {
  const all: HexRow[] = []
  for (let at = from; at < bytes.length && all.length < rows; at += BYTES_PER_ROW) {
    const row = Array.from(bytes.subarray(at, at + BYTES_PER_ROW))
    const groups: string[] = []
    for (let i = 0; i < row.length; i += 2)
      groups.push(
        row
          .slice(i, i + 2)
          .map(twoDigits)
          .join(''),
      )
    all.push({
      offset: at.toString(16).padStart(8, '0'),
      groups,
      ascii: row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    })
  }
  return all
}

const twoDigits = (byte: number) => byte.toString(16).padStart(2, '0')
