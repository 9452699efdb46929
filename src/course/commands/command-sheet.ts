/** The learner's own computer. */
export type System = 'linux' | 'macos' | 'windows'

/** As GetParametersForImport names them. */
export type WrapWith =
  | 'RSAES_OAEP_SHA_256'
  | 'RSAES_OAEP_SHA_1'
  | 'RSA_AES_KEY_WRAP_SHA_256'
  | 'RSA_AES_KEY_WRAP_SHA_1'

export interface CommandLine {
  readonly id:
    | 'version'
    | 'make'
    | 'count'
    | 'fingerprint'
    | 'pkcs8'
    | 'make-aes-key'
    | 'wrap'
    | 'wrap-aes-key'
    | 'wrap-material'
    | 'join'
    | 'count-wrapped'
  /** What the line is for */
  readonly does: string
  readonly line: string
  /** What it prints when all is well */
  readonly prints?: string
}

export interface CommandSheet {
  readonly system: System
  readonly title: string
  readonly notes: readonly string[]
  readonly lines: readonly CommandLine[]
}

/** An option of the wrapping line that a faded lab leaves open; the lab asks for it as a question of the same id. */
export type Blank = 'padding-mode' | 'oaep-md' | 'mgf1-md'

export interface SheetRequest {
  readonly system: System
  readonly algorithm: WrapWith
  /** Options shown as ____ */
  readonly blanks?: readonly Blank[]
}

const BLANK = '____'

const TITLES: Readonly<Record<System, string>> = {
  linux: 'Linux',
  macos: 'macOS',
  windows: 'Windows (PowerShell)',
}

const NOTES: Readonly<Record<System, readonly string[]>> = {
  linux: [
    'Any OpenSSL 3 works. Older versions read the binary public key only with `-keyform DER`; the lines carry it, and newer versions accept it.',
    'Work in the folder of the unpacked zip file.',
  ],
  macos: [
    'The `openssl` that comes with macOS is LibreSSL. It may lack options that these lines use.',
    'With Homebrew: `brew install openssl@3`. Then `OPENSSL` below points to it.',
    'Work in the folder of the unpacked zip file.',
  ],
  windows: [
    'Git for Windows brings an `openssl` along. Any OpenSSL 3 works.',
    'Let openssl write files itself, with `-out`. Windows PowerShell turns bytes into UTF-16 text when you use `>`.',
    'Work in the folder of the unpacked zip file.',
  ],
}

/**
 * The lines a learner runs to wrap material for an import: from WrappingPublicKey.bin to wrapped.bin.
 * openssl takes SHA-1 for OAEP when no hash is named, so both hashes are named (F-358).
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-encrypt-key-material.html
 */
export function commandSheet(request: SheetRequest): CommandSheet {
  const { system, algorithm } = request
  const lines = algorithm.startsWith('RSA_AES_KEY_WRAP') ? twoSteps(request) : oneStep(request)
  return { system, title: TITLES[system], notes: NOTES[system], lines: [version(system), ...lines] }
}

const openssl = (system: System) => (system === 'macos' ? '"$OPENSSL"' : 'openssl')

const version = (system: System): CommandLine =>
  system === 'macos'
    ? {
        id: 'version',
        does: 'Points to the OpenSSL of Homebrew and shows its version.',
        line: 'OPENSSL="$(brew --prefix openssl@3)/bin/openssl"; "$OPENSSL" version',
        prints: 'OpenSSL 3',
      }
    : { id: 'version', does: 'Shows which OpenSSL answers.', line: 'openssl version', prints: 'OpenSSL 3' }

function oneStep({ system, algorithm, blanks = [] }: SheetRequest): CommandLine[] {
  return [
    {
      id: 'make',
      does: 'Makes 32 random bytes in a file.',
      line: `${openssl(system)} rand -out material.bin 32`,
    },
    {
      id: 'count',
      does: 'Counts them: raw bytes, not letters.',
      line: sizeOf(system, 'material.bin'),
      prints: '32',
    },
    {
      id: 'fingerprint',
      does: 'Shows the fingerprint to write down.',
      line: fingerprintOf(system, 'material.bin'),
    },
    {
      id: 'wrap',
      does: 'Closes the bytes in the box.',
      line: oaep(system, algorithm, 'material.bin', 'wrapped.bin', blanks),
    },
    countWrapped(system, 'As long as the wrapping key: 256, 384 or 512.'),
  ]
}

/** For RSA and ECC private keys: a fresh AES key goes into the box, the private key goes under the AES key (F-309). */
function twoSteps({ system, algorithm, blanks = [] }: SheetRequest): CommandLine[] {
  return [
    {
      id: 'pkcs8',
      does: 'Turns your private key into PKCS#8 in binary form.',
      line: `${openssl(system)} pkcs8 -topk8 -nocrypt -in private-key.pem -outform DER -out private-key.der`,
    },
    {
      id: 'fingerprint',
      does: 'Shows the fingerprint to write down.',
      line: fingerprintOf(system, 'private-key.der'),
    },
    {
      id: 'make-aes-key',
      does: 'Makes an AES key for this one import.',
      line: `${openssl(system)} rand -out aes-key.bin 32`,
    },
    {
      id: 'wrap-aes-key',
      does: 'Closes the AES key in the box.',
      line: oaep(system, algorithm, 'aes-key.bin', 'aes-key-wrapped.bin', blanks),
    },
    {
      id: 'wrap-material',
      does: 'Puts the private key under the AES key (key wrap with padding, RFC 5649).',
      line: keyWrap(system),
    },
    { id: 'join', does: 'Puts both parts into one file, the box first.', line: join(system) },
    countWrapped(system, 'Longer than the wrapping key: the box, then the private key under AES.'),
  ]
}

const countWrapped = (system: System, does: string): CommandLine => ({
  id: 'count-wrapped',
  does,
  line: sizeOf(system, 'wrapped.bin'),
})

function oaep(
  system: System,
  algorithm: WrapWith,
  from: string,
  to: string,
  blanks: readonly Blank[],
): string {
  const hash = algorithm.endsWith('SHA_256') ? 'sha256' : 'sha1'
  const or = (blank: Blank, value: string) => (blanks.includes(blank) ? BLANK : value)
  return [
    `${openssl(system)} pkeyutl -encrypt -pubin -keyform DER -inkey WrappingPublicKey.bin -in ${from} -out ${to}`,
    `-pkeyopt rsa_padding_mode:${or('padding-mode', 'oaep')}`,
    `-pkeyopt rsa_oaep_md:${or('oaep-md', hash)}`,
    `-pkeyopt rsa_mgf1_md:${or('mgf1-md', hash)}`,
  ].join(' ')
}

function sizeOf(system: System, file: string): string {
  return system === 'windows' ? `(Get-Item ${file}).Length` : `wc -c < ${file}`
}

function fingerprintOf(system: System, file: string): string {
  if (system === 'windows') return `(Get-FileHash ${file} -Algorithm SHA256).Hash.ToLower()`
  return system === 'macos' ? `shasum -a 256 ${file}` : `sha256sum ${file}`
}

const KEY_WRAP = 'enc -id-aes256-wrap-pad -iv A65959A6'

function keyWrap(system: System): string {
  const files = '-in private-key.der -out private-key-wrapped.bin'
  if (system === 'windows') {
    const hex =
      '$hex = -join ([IO.File]::ReadAllBytes((Resolve-Path aes-key.bin)) | ForEach-Object ToString x2)'
    return `${hex}; openssl ${KEY_WRAP} -K $hex ${files}`
  }
  return `${openssl(system)} ${KEY_WRAP} -K "$(od -An -vtx1 aes-key.bin | tr -d ' \\n')" ${files}`
}

const join = (system: System): string =>
  system === 'windows'
    ? 'cmd /c "copy /b aes-key-wrapped.bin + private-key-wrapped.bin wrapped.bin"'
    : 'cat aes-key-wrapped.bin private-key-wrapped.bin > wrapped.bin'
