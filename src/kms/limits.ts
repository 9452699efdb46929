/**
 * Resource quotas (F-1001 to F-1004). A world may set its own, for instance to show a limit without 100,000 keys.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export interface Limits {
  /** Customer managed keys in an account and Region */
  readonly keys: number
  readonly aliasesPerKey: number
  readonly grantsPerKey: number
  readonly keyStores: number
  /** For the life of a key, not adjustable; it was 10 until the winter of 2025/26 (F-210) */
  readonly onDemandRotations: number
  /** Bytes of a key policy document */
  readonly policyBytes: number
}

export const LIMITS: Limits = {
  keys: 100_000,
  aliasesPerKey: 50,
  grantsPerKey: 50_000,
  keyStores: 10,
  onDemandRotations: 25,
  policyBytes: 32_768,
}
