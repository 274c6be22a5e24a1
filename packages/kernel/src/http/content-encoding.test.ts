import { expect, test } from 'vitest'
import { encodingFor } from './content-encoding.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['BR; q=0.000, GZIP', 'gzip'],
  [' br ;q=0.05;x=1 ,gzip', 'br'],
  ['br;x=1; q=0 , gzip ;q=0.0', null],
  ['gzip;q=0', null],
  ['zstd, brotli', null],
  ['identity', null],
  ['', null],
  [undefined, null],
])('Accept-Encoding %j selects %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})
