import { expect, it } from 'vitest'
import { addressRanges } from './address-ranges.ts'

const isInside = addressRanges(['10.0.0.0/8', '192.0.2.1', 'fd00::/8', '::1'])

it.each(['10.0.0.0', '10.255.255.255', '192.0.2.1', '::ffff:10.1.2.3', 'fd00::1', 'fdff::1', '::1', '0:0:0:0:0:0:0:1'])(
  '%s lies in the ranges',
  (address) => expect(isInside(address)).toBe(true),
)

it.each([
  '9.255.255.255',
  '11.0.0.0',
  '192.0.2.2',
  '::ffff:11.0.0.1',
  'fc00::1',
  '::2',
  'fd00::1%eth0',
  'host',
  '10',
  '',
])('%s does not lie in the ranges', (address) => expect(isInside(address)).toBe(false))
