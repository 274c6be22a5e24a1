import { expect, test } from 'vitest'
import { callerAddress } from './caller-address.ts'

test('without a proxy the caller is the peer, whatever the request claims', () => {
  const addressOf = callerAddress([])
  expect(addressOf('203.0.113.7', undefined)).toBe('203.0.113.7')
  expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(addressOf('::ffff:203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
})

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', undefined])(
  'without a proxy %s does not distinguish callers',
  (peer) => {
    expect(callerAddress([])(peer, '198.51.100.1')).toBeNull()
  },
)

test('a trusted proxy is believed about the last address, which it added', () => {
  const addressOf = callerAddress(['127.0.0.1'])
  expect(addressOf('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
  expect(addressOf('::ffff:127.0.0.1', '10.0.0.1, 203.0.113.7 , 198.51.100.1')).toBe('198.51.100.1')
})

test('no other peer is believed', () => {
  const addressOf = callerAddress(['10.0.0.2'])
  expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(addressOf('10.0.0.3', '198.51.100.1')).toBe('10.0.0.3')
  expect(addressOf('127.0.0.1', '198.51.100.1')).toBeNull()
})

test.each([undefined, '', 'unknown', '198.51.100.1, garbage', '198.51.100.1:4711'])(
  'a proxy that says %s does not distinguish callers',
  (forwarded) => {
    expect(callerAddress(['127.0.0.1'])('127.0.0.1', forwarded)).toBeNull()
  },
)

test('behind several proxies the last address that belongs to none of them counts', () => {
  const addressOf = callerAddress(['10.0.0.0/8', 'fd00::/8'])
  expect(addressOf('10.0.0.1', '192.0.2.9, 198.51.100.1, 10.1.1.1')).toBe('198.51.100.1')
  expect(addressOf('fd00::1', '198.51.100.1, fd12::5')).toBe('198.51.100.1')
})

test('the addresses of one IPv6 network count as one', () => {
  const addressOf = callerAddress([])
  const prefix = '2001:db8:0:7'
  for (const peer of ['2001:db8:0:7::1', '2001:DB8:0:7:ffff:1:2:3', '2001:0db8::7:0:0:0:9']) {
    expect(addressOf(peer, undefined)).toBe(prefix)
  }
  expect(addressOf('2001:db8:0:8::1', undefined)).not.toBe(prefix)
})
