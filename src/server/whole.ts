/** @throws Error for a person who typed something else than a whole number up to `most` */
export function whole(option: string, text: string, most: number): number {
  const value = Number(text)
  if (text === '' || !Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${option} is a whole number up to ${most}, got ${text}`)
  return value
}
