import type { KmsErrorCode } from './errors.ts'

/** What every cryptographic operation declares (API model, 2014-11-01). */
export const cryptoErrors = [
  'DependencyTimeoutException',
  'DisabledException',
  'DryRunOperationException',
  'InvalidGrantTokenException',
  'InvalidKeyUsageException',
  'KMSInternalException',
  'KMSInvalidStateException',
  'KeyUnavailableException',
  'NotFoundException',
] as const satisfies readonly KmsErrorCode[]
