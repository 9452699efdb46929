import type { Bytes } from '../bytes/bytes.ts'

/** Hands bytes to the browser as a file. Octet-stream, so that no browser opens or runs them (T02). */
export function download(name: string, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the address only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export const SAVE_NAME = 'kms-key-material-lab.kmslab'
