import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds } from '@wayproof/kernel/system'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey } from '../travelers/address-key.ts'
import { linkToken, readLinkToken } from './invitation-link.ts'
import { signedToken } from './link-token.ts'
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-link.ts'

const keys = keyring(new Uint8Array(32).fill(7))
const others = keyring(new Uint8Array(32).fill(8))
const address = 'traveler@mail.example'
const id = '3f2b8c1e-9d4a-4f60-8a77-0c5d9e1b2a34'

test('a survey link contains its invitation, its generation and the language of its letter', () => {
  const links = LOCALES.flatMap((locale) => [0, 3, 255].map((generation) => ({ invitationId: id, generation, locale })))
  const tokens = links.map((link) => linkToken(keys, link))
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{48}$/)
  expect(tokens.map((token) => readLinkToken(keys, token))).toEqual(links)
  expect(new Set(tokens).size).toBe(links.length)
})

test('a token is valid only in its canonical spelling, and an unsupported language falls back to Chinese', () => {
  const shape = { purpose: 'survey-link', payloadBytes: 18, macBytes: 18 } as const
  let written = ''
  for (let n = 0; !/[-_]/.test(written); n += 1)
    written = linkToken(keys, { invitationId: id, generation: n, locale: 'en' })
  expect(readLinkToken(keys, written)).not.toBeNull()
  expect(readLinkToken(keys, written.replaceAll('-', '+').replaceAll('_', '/'))).toBeNull()
  const unknown = signedToken(keys, shape, Buffer.alloc(18, 255))
  expect(readLinkToken(keys, unknown)).toMatchObject({ generation: 255, locale: 'zh-CN' })
})

test('an unsubscribe link contains the keyed hash of its address', () => {
  const token = unsubscribeToken(keys, address)
  expect(token).toMatch(/^[A-Za-z0-9_-]{56}$/)
  expect(readUnsubscribeToken(keys, token)).toEqual(Buffer.from(addressKey(keys, address)))
  expect(readUnsubscribeToken(others, token)).toBeNull()
  // Replacing the address hash invalidates the token.
  const bytes = Buffer.from(token, 'base64url')
  bytes.set(addressKey(keys, 'other@mail.example'))
  expect(readUnsubscribeToken(keys, bytes.toString('base64url'))).toBeNull()
})

test('a token for one purpose is invalid for another', () => {
  expect(readUnsubscribeToken(keys, linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' }))).toBeNull()
  expect(readLinkToken(keys, unsubscribeToken(keys, address))).toBeNull()
  // Even if the payload is the same.
  const unsubscribing = { purpose: 'unsubscribe-link', payloadBytes: 18, macBytes: 18 } as const
  const payload = Buffer.from(
    linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' }),
    'base64url',
  ).subarray(0, 18)
  expect(readLinkToken(keys, signedToken(keys, unsubscribing, payload))).toBeNull()
})

test('a token signed with another key is rejected', () => {
  expect(readLinkToken(keys, linkToken(others, { invitationId: id, generation: 0, locale: 'zh-CN' }))).toBeNull()
})

test('changing any character of a token invalidates it, and no arbitrary text is accepted', () => {
  const token = linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' })
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  for (let index = 0; index < token.length; index += 1) {
    for (const letter of alphabet) {
      if (letter === token[index]) continue
      expect(readLinkToken(keys, token.slice(0, index) + letter + token.slice(index + 1))).toBeNull()
    }
  }
  for (const changed of [`${token}A`, token.slice(1), `${token}=`, ` ${token}`, '', 'x'.repeat(2_000_000)]) {
    expect(readLinkToken(keys, changed)).toBeNull()
  }
  fc.assert(fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => readLinkToken(keys, text) === null))
})

test('a malformed token costs the verification of one HMAC, like any other', () => {
  let verified = 0
  const verify: typeof keys.verify = (...args) => {
    verified += 1
    return keys.verify(...args)
  }
  const counting = { ...keys, verify }
  for (const token of [
    '',
    'no',
    linkToken(keys, { invitationId: id, generation: 0, locale: 'zh-CN' }),
    linkToken(others, { invitationId: id, generation: 0, locale: 'zh-CN' }),
    '%'.repeat(48),
  ]) {
    const before = verified
    readLinkToken(counting, token)
    expect(verified - before).toBe(1)
  }
})

test('20,000 links are all different', () => {
  const tokens = new Set(
    Array.from({ length: 20_000 }, () =>
      linkToken(keys, { invitationId: systemIds.next(), generation: 0, locale: 'zh-CN' }),
    ),
  )
  expect(tokens.size).toBe(20_000)
})
