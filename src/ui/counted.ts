/** 12,345. Not by `Intl`, which a phone loads for tens of milliseconds when a page first asks for it. */
export const counted = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** 1 byte, 12,345 bytes */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${counted(n)} ${n === 1 ? one : many}`
