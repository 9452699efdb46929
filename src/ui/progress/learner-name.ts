import { useState } from 'react'

const KEY = 'kms-key-material-lab/name'
export const NAME_LENGTH = 80

/**
 * The name that a learner writes on their statement. It stays on this device: it is in no save and in no evidence
 * file, and losing it costs one line.
 */
export function useLearnerName(): readonly [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(read)
  return [
    name,
    (next) => {
      const kept = plain(next)
      setName(kept)
      try {
        // oxlint-disable-next-line eslint/no-restricted-globals -- see above
        localStorage.setItem(KEY, kept)
      } catch {
        // Storage is blocked: the name holds for this page only.
      }
    },
  ]
}

function read(): string {
  try {
    // oxlint-disable-next-line eslint/no-restricted-globals -- see above
    return plain(localStorage.getItem(KEY) ?? '')
  } catch {
    return ''
  }
}

/** Letters on one line: nothing that could turn or hide what stands beside it. */
export const plain = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '').slice(0, NAME_LENGTH)
