/** One thing to do on the learner's own computer. */
export interface OwnStep {
  readonly says: string
  /** What to type; ____ is a blank the learner fills */
  readonly command: string
}

export interface OwnSystem {
  readonly id: 'linux' | 'macos' | 'windows'
  readonly title: string
  readonly note?: string
  readonly steps: readonly OwnStep[]
}

const WRAP = [
  'openssl pkeyutl -encrypt -in material.bin -out wrapped.bin',
  '-pubin -inkey WrappingPublicKey.bin -keyform DER',
  '-pkeyopt rsa_padding_mode:____',
  '-pkeyopt rsa_oaep_md:____ -pkeyopt rsa_mgf1_md:____',
]

const wrapWith = (lineEnd: string) => WRAP.join(` ${lineEnd}\n  `)

/** The same three acts on each system; three options stay open, they follow from the wrapping algorithm. */
export const ownSystems: readonly OwnSystem[] = [
  {
    id: 'linux',
    title: 'Linux',
    steps: [
      { says: 'Make 32 random bytes', command: 'openssl rand -out material.bin 32' },
      { says: 'Note their fingerprint', command: 'sha256sum material.bin' },
      { says: 'Close them in the box', command: wrapWith('\\') },
      { says: 'Look at the size', command: 'wc -c wrapped.bin' },
    ],
  },
  {
    id: 'macos',
    title: 'macOS',
    note: 'macOS brings LibreSSL under the name openssl; it may lack options. OpenSSL 3 from a package manager has them all.',
    steps: [
      { says: 'Make 32 random bytes', command: 'openssl rand -out material.bin 32' },
      { says: 'Note their fingerprint', command: 'shasum -a 256 material.bin' },
      { says: 'Close them in the box', command: wrapWith('\\') },
      { says: 'Look at the size', command: 'wc -c wrapped.bin' },
    ],
  },
  {
    id: 'windows',
    title: 'Windows',
    note: 'In PowerShell, let openssl write the files itself with -out. A redirection with > changes the bytes.',
    steps: [
      { says: 'Make 32 random bytes', command: 'openssl rand -out material.bin 32' },
      { says: 'Note their fingerprint', command: '(Get-FileHash material.bin -Algorithm SHA256).Hash.ToLower()' },
      { says: 'Close them in the box', command: wrapWith('`') },
      { says: 'Look at the size', command: '(Get-Item wrapped.bin).Length' },
    ],
  },
]

/** The system a visitor most likely sits at. */
export function likelySystem(userAgent: string): OwnSystem['id'] {
  if (/Windows/i.test(userAgent)) return 'windows'
  return /Mac OS|iPhone|iPad/i.test(userAgent) ? 'macos' : 'linux'
}
