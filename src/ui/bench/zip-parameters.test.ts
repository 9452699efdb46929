import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipParameters } from './zip-parameters.ts'

it('the zip holds the bytes as they are, beside a README', () => {
  const files = unzipSync(zipParameters({ 'ImportToken.bin': Uint8Array.of(0, 255, 13, 10) }, 'Read me.\n'))
  expect(Object.keys(files)).toEqual(['ImportToken.bin', 'README.txt'])
  expect(files['ImportToken.bin']).toEqual(Uint8Array.of(0, 255, 13, 10))
  expect(strFromU8(files['README.txt'] as Uint8Array)).toBe('Read me.\n')
})
