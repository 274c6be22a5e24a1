import { expect, test } from 'vitest'
import { socketAddress } from './socket-address.ts'

test.each([
  ['clamd:3310', { host: 'clamd', port: 3310 }],
  ['scan.example.com:1', { host: 'scan.example.com', port: 1 }],
  ['192.0.2.5:65535', { host: '192.0.2.5', port: 65_535 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('%s is an address', (text, address) => {
  expect(socketAddress(text)).toEqual(address)
})

test.each([
  'clamd',
  'clamd:',
  ':3310',
  'clamd:0',
  'clamd:65536',
  'tcp://clamd:3310',
  '::1:3310',
  'run/clamd.ctl',
  'a b:1',
])('%s is none', (text) => {
  expect(socketAddress(text)).toBe(null)
})
