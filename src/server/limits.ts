/** What one client may cost the others (T20). */
export interface Limits {
  readonly bodyBytes: number
  readonly headerBytes: number
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
  readonly connections: number
  /** Requests sent on one connection before the first of them is answered */
  readonly pipelined: number
}

export const LIMITS: Limits = {
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  headersTimeoutMs: 5_000,
  requestTimeoutMs: 15_000,
  connections: 64,
  pipelined: 64,
}
