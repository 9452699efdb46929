/** 0.80 and 0.775: two decimals, a third one where it is needed. Rounded down, so that 0.7996 does not read as the line. */
export function figure(value: number): string {
  const thousandths = Math.floor(value * 1000 + 1e-6)
  const text = (thousandths / 1000).toFixed(3)
  return text.endsWith('0') ? text.slice(0, -1) : text
}
