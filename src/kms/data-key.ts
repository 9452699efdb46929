import { KmsError } from './errors.ts'

const SIZES = { AES_128: 16, AES_256: 32 } as const

/** F-508: exactly one of the two says how long the data key is. @returns bytes */
export function dataKeyLength({
  KeySpec: spec,
  NumberOfBytes: length,
}: {
  readonly KeySpec?: keyof typeof SIZES
  readonly NumberOfBytes?: number
}): number {
  if ((spec === undefined) === (length === undefined))
    throw new KmsError('ValidationException', 'Please specify either number of bytes or key spec.')
  return spec === undefined ? (length as number) : SIZES[spec]
}
