import type { Bytes } from '../bytes/bytes.ts'

/** Hands bytes to the learner as a file. */
export function download(name: string, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the bytes by the next task; some take a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export const SAVE_NAME = 'kms-key-material-lab.kmslab'
