import { keyring } from '@wayproof/kernel/keyring'
import { systemIds } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkToken, readLinkToken } from './invitation-link.ts'
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-link.ts'

const keys = keyring(new Uint8Array(32).fill(7))
const others = keyring(new Uint8Array(32).fill(8))
const id = '3f2b8c1e-9d4a-4f60-8a77-0c5d9e1b2a34'

test('a link leads back to its invitation and generation', () => {
  const token = linkToken(keys, id, 3)
  expect(token).toMatch(/^[A-Za-z0-9_-]{47}$/)
  expect(readLinkToken(keys, token)).toEqual({ invitationId: id, generation: 3 })
  expect(linkToken(keys, id, 4)).not.toBe(token)
})

test('an unsubscribe link leads back to its traveler', () => {
  const token = unsubscribeToken(keys, id)
  expect(token).toMatch(/^[A-Za-z0-9_-]{46}$/)
  expect(readUnsubscribeToken(keys, token)).toEqual({ travelerId: id })
})

test('a token of one purpose does not work for the other', () => {
  expect(readUnsubscribeToken(keys, linkToken(keys, id, 0))).toBeNull()
  expect(readLinkToken(keys, unsubscribeToken(keys, id))).toBeNull()
  // Not even when its bytes are made to fit.
  const bytes = Buffer.from(unsubscribeToken(keys, id), 'base64url')
  const fitted = Buffer.concat([bytes.subarray(0, 16), Buffer.of(0), bytes.subarray(16)]).toString('base64url')
  expect(readLinkToken(keys, fitted)).toBeNull()
})

test('a token made with another key is unknown', () => {
  expect(readLinkToken(keys, linkToken(others, id, 0))).toBeNull()
})

test('no change to a token leaves it valid, and no text is taken for one', () => {
  const token = linkToken(keys, id, 0)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (let at = 0; at < token.length; at += 1) {
    for (const letter of alphabet) {
      if (letter === token[at]) continue
      expect(readLinkToken(keys, token.slice(0, at) + letter + token.slice(at + 1))).toBeNull()
    }
  }
  for (const changed of [`${token}A`, token.slice(1), `${token}=`, ` ${token}`, '', 'x'.repeat(2_000_000)]) {
    expect(readLinkToken(keys, changed)).toBeNull()
  }
  fc.assert(fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => readLinkToken(keys, text) === null))
})

test('a malformed token costs one HMAC and one comparison like any other', () => {
  let macs = 0
  const mac: typeof keys.mac = (...args) => {
    macs += 1
    return keys.mac(...args)
  }
  const counting = { ...keys, mac }
  for (const token of ['', 'no', linkToken(keys, id, 0), linkToken(others, id, 0), '%'.repeat(47)]) {
    const before = macs
    readLinkToken(counting, token)
    expect(macs - before).toBe(1)
  }
})

test('twenty thousand links are all different', () => {
  const tokens = new Set(Array.from({ length: 20_000 }, () => linkToken(keys, systemIds.next(), 0)))
  expect(tokens.size).toBe(20_000)
})
