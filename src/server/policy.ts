/**
 * What a page of the lab may load and do: its own files, nothing else, and no text that becomes a script.
 * The build writes it into index.html, so it also holds where a host sends no headers.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lab-worker',
]

export const metaPolicy = DIRECTIVES.join('; ')

/** A browser reads frame-ancestors only from a header. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`

const REFUSED_FEATURES = [
  'camera',
  'microphone',
  'geolocation',
  'usb',
  'serial',
  'payment',
  'local-network',
  'loopback-network',
]

/** Sent with every answer of our own server. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': headerPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': [...REFUSED_FEATURES.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(
    ', ',
  ),
  'cross-origin-opener-policy': 'same-origin',
}
