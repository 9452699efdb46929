import type { Bytes } from '../bytes/bytes.ts'

/** One HTTP request as any door hands it over. Header names are lower case. */
export interface WireRequest {
  readonly method: string
  /** path and query, for instance "/" or "/_lab/trail?limit=5" */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Bytes
}

export interface WireResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Bytes
}
