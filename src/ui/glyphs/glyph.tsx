import type { ReactNode } from 'react'

/** Our own drawings on a grid of 24. They follow the theme through custom properties. Below 32 px each has one notch. */
const drawings = {
  ciphertext: {
    title: 'Ciphertext',
    art: (
      <>
        <path d="M4.75 2.75h10l4.5 4.5v14H4.75Z" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        <path
          d="M8 11h1.5m1.5 0h3m1.5 0H16M8 14h3m1.5 0H14m1.5 0h.5M8 17h1m1.5 0h3.5m1 0h1"
          stroke="var(--ink)"
          strokeWidth="1.6"
        />
      </>
    ),
  },
  'key-disabled-generated': {
    title: 'Disabled: material is there, a bar lies across',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v4H5.75Z M5.75 14.25h12.5v4H5.75Z" fill="var(--custody-kms)" />
        <path d="M1 10.6h22v2.8H1Z" fill="var(--ink)" />
      </>
    ),
  },
  'key-disabled': {
    title: 'Disabled: material is there, a bar lies across',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v4H5.75Z M5.75 14.25h12.5v4H5.75Z" fill="var(--custody-you)" />
        <path d="M1 10.6h22v2.8H1Z" fill="var(--ink)" />
      </>
    ),
  },
  'key-enabled-generated': {
    title: 'Enabled, material made by KMS',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v12.5H5.75Z" fill="var(--custody-kms)" />
      </>
    ),
  },
  'key-enabled-imported': {
    title: 'Enabled, material brought by you',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v12.5H5.75Z" fill="var(--custody-you)" />
      </>
    ),
  },
  'key-expiring': {
    title: 'Expires soon: a notch of time is cut out',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v5a6 6 0 0 0-6.6 7.5h-5.9Z" fill="var(--custody-you)" />
        <circle cx="17.6" cy="17.6" r="4.9" fill="var(--surface)" stroke="var(--time)" strokeWidth="1.5" />
        <path d="M17.6 14.9v2.9l1.9 1.2" fill="none" stroke="var(--time)" strokeWidth="1.4" />
      </>
    ),
  },
  'key-materials': {
    title: 'Several materials: the current one is in front',
    art: (
      <>
        <path d="M9.5 2.75h11.75V14.5" fill="none" stroke="var(--custody-you)" strokeWidth="1.5" />
        <path d="M6.5 5.5h12v12" fill="none" stroke="var(--custody-you)" strokeWidth="1.5" />
        <path d="M3 8.25h2v2.5h4.5v-2.5h6.25V21H3Z" fill="var(--custody-you)" />
      </>
    ),
  },
  'key-pending-deletion': {
    title: 'Pending deletion: hatched, with a date',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path
          d="M5.5 11 11 5.5M5.5 15.6 15.6 5.5M6.2 19.5 18.8 6.9M10.8 19.5l8-8M15.4 19.5l3.4-3.4"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.25"
        />
      </>
    ),
  },
  'key-pending-import-known': {
    title: 'Pending import: waits for bytes it already knows',
    art: (
      <>
        <path
          d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
          strokeDasharray="2.6 2.2"
        />
        <path
          d="M5.75 5.75h1.5v2.5h7v-2.5h4v12.5H5.75Z"
          fill="none"
          stroke="var(--custody-you)"
          strokeWidth="1.25"
          strokeDasharray="1.4 1.6"
        />
      </>
    ),
  },
  'key-pending-import': {
    title: 'Pending import: the socket is empty',
    art: (
      <path
        d="M2.75 2.75H9v3.5h3.5v-3.5h8.75v18.5H2.75Z"
        fill="none"
        stroke="var(--custody-kms)"
        strokeWidth="1.5"
        strokeDasharray="2.6 2.2"
      />
    ),
  },
  'key-unavailable': {
    title: 'Unavailable: the edge is broken',
    art: (
      <>
        <path
          d="M21.25 8.5V2.75H12.5v3.5H9v-3.5H2.75V10M2.75 15v6.25h18.5V14.5"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M5.75 5.75h1.5v2.5h7v-2.5h4v12.5H5.75Z" fill="var(--custody-kms)" opacity=".45" />
      </>
    ),
  },
  mark: {
    title: 'KMS Key Material Lab',
    art: (
      <>
        <path d="M1.5 2H3v20H1.5ZM5 2h1.5v20H5Z" fill="var(--ink)" />
        <path
          d="M9.75 3.75H14v3h3v-3h5.25v16.5H9.75Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M12.25 6.75h.5v1.5h5.5v-1.5h1.5v11h-7.5Z" fill="var(--custody-you)" />
      </>
    ),
  },
  'material-generated': {
    title: 'Material made by KMS: sealed, nobody sees it',
    art: (
      <>
        <path d="M4 4.5h16v15H4Z" fill="var(--custody-kms)" />
        <path d="M4 8.5h16" stroke="var(--surface)" strokeWidth="1.25" />
      </>
    ),
  },
  material: {
    title: 'Material: the secret bytes, unwrapped',
    art: <path d="M4 4.5h2.5V8.5h7v-4H20v15H4Z" fill="var(--custody-you)" />,
  },
  plaintext: {
    title: 'Plaintext',
    art: (
      <>
        <path d="M4.75 2.75h10l4.5 4.5v14H4.75Z" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        <path d="M8 11h8M8 14h8M8 17h5" stroke="var(--ink)" strokeWidth="1.25" />
      </>
    ),
  },
  record: {
    title: 'Record',
    art: (
      <>
        <path d="M4.75 2.75h14.5v18.5H4.75Z" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        <path d="M8 8h8M8 12h8M8 16h5" stroke="var(--ink)" strokeWidth="1.25" />
      </>
    ),
  },
  seam: {
    title: 'The seam: the HSM boundary',
    art: <path d="M8.25 1h1.75v22H8.25ZM14 1h1.75v22H14Z" fill="var(--ink)" />,
  },
  'status-bad': {
    title: 'Failed',
    art: <path d="M6 6l12 12M18 6 6 18" fill="none" stroke="var(--bad)" strokeWidth="2.4" />,
  },
  'status-ok': {
    title: 'Done',
    art: <path d="M4.5 12.5 10 18 19.5 7" fill="none" stroke="var(--ok)" strokeWidth="2.4" />,
  },
  'status-time': {
    title: 'Scheduled',
    art: (
      <>
        <circle
          cx="12"
          cy="12"
          r="8.75"
          fill="none"
          stroke="var(--time)"
          strokeWidth="1.75"
          strokeDasharray="3.2 1.6"
        />
        <path d="M12 7v5.2l3.5 2.2" fill="none" stroke="var(--time)" strokeWidth="1.75" />
      </>
    ),
  },
  'status-warn': {
    title: 'Attention',
    art: (
      <>
        <path
          d="M12 3.5 21.5 20h-19Z"
          fill="none"
          stroke="var(--warn)"
          strokeWidth="1.75"
          strokeLinejoin="round"
        />
        <path d="M12 9.5v5M12 16.6v1.6" stroke="var(--warn)" strokeWidth="2" />
      </>
    ),
  },
  'token-expired': {
    title: 'Import token, older than 24 hours',
    art: (
      <>
        <path
          d="M2.75 7.25h13L21.25 12l-5.5 4.75h-13Z"
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="1.5"
          strokeDasharray="2.4 2"
        />
        <path d="m6 9.5 5 5m0-5-5 5" stroke="var(--bad)" strokeWidth="1.5" />
      </>
    ),
  },
  token: {
    title: 'Import token: the label, good for 24 hours',
    art: (
      <>
        <path
          d="M2.75 7.25h13L21.25 12l-5.5 4.75h-13Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <circle cx="16" cy="12" r="1.4" fill="none" stroke="var(--custody-kms)" strokeWidth="1.25" />
        <path d="M5.75 10.5h6M5.75 13.5h4" stroke="var(--custody-kms)" strokeWidth="1.25" />
      </>
    ),
  },
  'vault-empty': {
    title: 'No copy: the vault is empty',
    art: (
      <>
        <path
          d="M2.75 8V2.75H8M16 2.75h5.25V8M21.25 16v5.25H16M8 21.25H2.75V16"
          fill="none"
          stroke="var(--custody-you)"
          strokeWidth="2"
        />
        <path d="M8 12h8" fill="none" stroke="var(--custody-you)" strokeWidth="1.5" />
      </>
    ),
  },
  vault: {
    title: 'Your copy, kept outside KMS',
    art: (
      <>
        <path
          d="M2.75 8V2.75H8M16 2.75h5.25V8M21.25 16v5.25H16M8 21.25H2.75V16"
          fill="none"
          stroke="var(--custody-you)"
          strokeWidth="2"
        />
        <path d="M7 7.5h1.5v2.5H13V7.5h4v9.5H7Z" fill="var(--custody-you)" />
      </>
    ),
  },
  wrapped: {
    title: 'Wrapped material: your chip in a box only the HSM can open',
    art: (
      <>
        <path d="M2.75 3.75h18.5v16.5H2.75Z" fill="none" stroke="var(--custody-kms)" strokeWidth="1.5" />
        <path
          d="M2.75 3.75 8 8.5M21.25 3.75 16 8.5M2.75 20.25 8 15.5M21.25 20.25 16 15.5"
          stroke="var(--custody-kms)"
          strokeWidth="1.25"
        />
        <path d="M8 8.5h1.3v1.6h2.7V8.5h4v7H8Z" fill="var(--custody-you)" />
      </>
    ),
  },
  'wrapping-pair': {
    title: 'Wrapping key pair',
    art: (
      <>
        <path
          d="M10.5 3.9A8.25 8.25 0 0 0 10.5 20.1V15h-3V9h3Z"
          fill="none"
          stroke="var(--custody-kms)"
          strokeWidth="1.5"
        />
        <path d="M13 3.75A8.25 8.25 0 0 1 13 20.25V15.5h-3v-7h3Z" fill="var(--custody-kms)" />
      </>
    ),
  },
  'wrapping-private': {
    title: 'Private half: it opens, and stays in the HSM',
    art: <path d="M10 3.75A8.25 8.25 0 0 1 10 20.25V15H7V9h3Z" fill="var(--custody-kms)" />,
  },
  'wrapping-public': {
    title: 'Public half: it closes',
    art: (
      <path
        d="M14 3.75A8.25 8.25 0 0 0 14 20.25V15h-3V9h3Z"
        fill="none"
        stroke="var(--custody-kms)"
        strokeWidth="1.5"
      />
    ),
  },
} as const satisfies Record<string, { title: string; art: ReactNode }>

export type GlyphName = keyof typeof drawings
export const glyphNames = Object.keys(drawings) as readonly GlyphName[]

/** @param label what it stands for here; without it the glyph is decoration beside its word */
export function Glyph({
  name,
  size = 16,
  label,
  className,
}: {
  name: GlyphName
  size?: number
  label?: string
  className?: string
}) {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`g ${className ?? ''}`} width={size} height={size} viewBox="0 0 24 24" {...naming}>
      {drawings[name].art}
    </svg>
  )
}

/** The same drawing inside a larger svg. */
export function GlyphArt({ name, x, y, size }: { name: GlyphName; x: number; y: number; size: number }) {
  return (
    <svg x={x} y={y} width={size} height={size} viewBox="0 0 24 24">
      {drawings[name].art}
    </svg>
  )
}

export const glyphTitle = (name: GlyphName): string => drawings[name].title
