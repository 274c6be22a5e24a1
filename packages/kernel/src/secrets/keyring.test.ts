import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalBytes, keyring, macWriter, sealer } from './keyring.ts'
import { NONCE_BYTES } from './nonce.ts'

const keys = keyring(randomBytes(32))

test('a sealed text opens to the original and consists of its nonce and unreadable bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.uint8Array({ minLength: NONCE_BYTES, maxLength: NONCE_BYTES }),
      (text, nonce) => {
        const sealed = Buffer.from(keys.seal('address', text, nonce))
        expect(sealed.subarray(0, NONCE_BYTES).equals(nonce)).toBe(true)
        expect(sealed.length).toBe(NONCE_BYTES + Buffer.byteLength(text) + 16)
        expect(keys.open('address', sealed)).toBe(text)
      },
    ),
  )
  const sealed = Buffer.from(keys.seal('address', '旅客@example.test', randomBytes(NONCE_BYTES)))
  expect(sealed.includes('example')).toBe(false)
  expect(sealed.equals(keys.seal('address', '旅客@example.test', randomBytes(NONCE_BYTES)))).toBe(false)
})

test('a MAC written into an existing buffer equals the returned MAC', () => {
  const write = macWriter(Buffer.from(keys.secret('address-look-up'), 'hex'))
  const into = Buffer.alloc(33)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      write(text, into)
      expect(equalBytes(into.subarray(0, 32), keys.mac('address-look-up', text))).toBe(true)
      expect(into[32]).toBe(0)
    }),
  )
})

test('texts sealed in one reused buffer equal texts sealed separately', () => {
  const seal = sealer(Buffer.from(keys.secret('address'), 'hex'))
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.string({ minLength: 250, maxLength: 260 }))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const nonces = randomBytes(NONCE_BYTES * texts.length)
      for (const [i, each] of texts.entries()) {
        const sealedAlone = keys.seal('address', each, nonces.subarray(i * NONCE_BYTES, (i + 1) * NONCE_BYTES))
        expect(seal(each, nonces, i * NONCE_BYTES)).toEqual(sealedAlone)
      }
    }),
  )
})

test('a changed byte, a truncated text, another key or another purpose is refused', () => {
  const sealed = Buffer.from(keys.seal('address', 'a@example.test', randomBytes(NONCE_BYTES)))
  expect(() => keyring(randomBytes(32)).open('address', sealed)).toThrow()
  expect(() => keys.open('session', sealed)).toThrow()
  for (const [index, byte] of sealed.entries()) {
    expect(() => keys.open('address', sealed.with(index, byte ^ 1))).toThrow()
    expect(() => keys.open('address', sealed.subarray(0, index))).toThrow()
  }
})

test('a MAC for one purpose is invalid for another', () => {
  expect(equalBytes(keys.mac('survey-link', 'x'), keys.mac('unsubscribe-link', 'x'))).toBe(false)
  expect(equalBytes(keys.mac('survey-link', 'x'), keys.mac('survey-link', 'x'))).toBe(true)
})

test('a MAC is the HMAC-SHA-256 of a text or bytes of any length and does not change earlier results', () => {
  const key = Buffer.from(keys.secret('receipt'), 'hex')
  const data = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.uint8Array({ maxLength: 300 }))
  fc.assert(
    fc.property(data, data, (first, second) => {
      const code = keys.mac('receipt', first)
      keys.mac('receipt', second)
      expect(equalBytes(code, createHmac('sha256', key).update(first).digest())).toBe(true)
    }),
  )
})

test('a short master key is refused', () => {
  expect(() => keyring(randomBytes(16))).toThrow(RangeError)
})
