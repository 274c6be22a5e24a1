import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Keyring, keyring } from './keyring.ts'
import { NONCE_BYTES } from './nonce.ts'
import { PURPOSES, type Purpose } from './purpose.ts'

const masters = [randomBytes(32), randomBytes(32), randomBytes(32), randomBytes(32)] as const
const [first, second, third] = masters
/** The keys of an installation after 0, 1 and 2 rotations, and of another installation. */
const RINGS = [keyring(first), keyring(first, second), keyring(first, second, third)] as const
const newest = RINGS[2]
const stranger = keyring(masters[3])

const purposes = Object.keys(PURPOSES) as Purpose[]
const anyPurpose = fc.constantFrom(...purposes)
const anyText = fc.string({ unit: 'grapheme', maxLength: 300 })
const anyNonce = fc.uint8Array({ minLength: NONCE_BYTES, maxLength: NONCE_BYTES })
const anyRing = fc.constantFrom(...RINGS)

/** Whether the newest keyring still accepts results of `ring`. */
const counts = (ring: Keyring, purpose: Purpose) => PURPOSES[purpose] !== 'newest' || ring.generations === 3

const opens = (ring: Keyring, purpose: Purpose, sealed: Uint8Array) => {
  try {
    return ring.open(purpose, sealed)
  } catch {
    return null
  }
}

test('a text of an earlier generation opens exactly if that generation counts for its purpose', () => {
  fc.assert(
    fc.property(anyRing, anyPurpose, anyText, anyNonce, (ring, purpose, text, nonce) => {
      const sealed = ring.seal(purpose, text, nonce)
      expect(opens(newest, purpose, sealed)).toBe(counts(ring, purpose) ? text : null)
      expect(opens(stranger, purpose, sealed)).toBeNull()
    }),
  )
})

test('a changed text of any generation is refused', () => {
  fc.assert(
    fc.property(anyRing, anyPurpose, anyText, anyNonce, fc.nat(), (ring, purpose, text, nonce, place) => {
      const sealed = Buffer.from(ring.seal(purpose, text, nonce))
      const index = place % sealed.length
      expect(opens(newest, purpose, sealed.with(index, (sealed[index] ?? 0) ^ 1))).toBeNull()
      expect(opens(newest, purpose, sealed.subarray(0, index))).toBeNull()
    }),
  )
})

test('a MAC of an earlier generation is verified exactly if that generation counts, also a shortened one', () => {
  fc.assert(
    fc.property(anyRing, anyPurpose, anyText, fc.integer({ min: 10, max: 32 }), (ring, purpose, text, length) => {
      const mac = Buffer.from(ring.mac(purpose, text).subarray(0, length))
      expect(newest.verify(purpose, text, mac)).toBe(counts(ring, purpose))
      expect(newest.verify(purpose, `${text}.`, mac)).toBe(false)
      expect(newest.verify(purpose, text, mac.with(0, (mac[0] ?? 0) ^ 1))).toBe(false)
      expect(stranger.verify(purpose, text, mac)).toBe(false)
    }),
  )
})

test('no MAC of less than 80 bits and none that is too long is verified', () => {
  const mac = newest.mac('bounce', 'x')
  for (let length = 0; length < 10; length += 1)
    expect(newest.verify('bounce', 'x', mac.subarray(0, length))).toBe(false)
  expect(newest.verify('bounce', 'x', Buffer.concat([mac, Buffer.alloc(1)]))).toBe(false)
})

test('a text is encrypted again exactly if an earlier generation encrypted it', () => {
  const encrypted = purposes.filter((purpose) => PURPOSES[purpose] === 'all')
  fc.assert(
    fc.property(anyRing, fc.constantFrom(...encrypted), anyText, anyNonce, (ring, purpose, text, nonce) => {
      const again = newest.encryptAgain(purpose, ring.seal(purpose, text, randomBytes(NONCE_BYTES)), nonce)
      expect(again === null).toBe(ring === newest)
      if (again === null) return
      // Only the newest key is needed for the result.
      expect(keyring(third).open(purpose, again)).toBe(text)
      expect(Buffer.from(again).subarray(0, NONCE_BYTES).equals(nonce)).toBe(true)
    }),
  )
  for (const ring of RINGS)
    expect(() =>
      ring.encryptAgain('address', stranger.seal('address', 'x', randomBytes(24)), randomBytes(24)),
    ).toThrow()
})

test('a rotation changes no key whose purpose counts the first generation, and each other key', () => {
  for (const purpose of purposes) {
    const secrets = RINGS.map((ring) => ring.secret(purpose))
    expect([purpose, new Set(secrets).size]).toEqual([purpose, PURPOSES[purpose] === 'first' ? 1 : 3])
    const all = PURPOSES[purpose] === 'all' ? secrets.toReversed() : secrets.slice(-1)
    expect(newest.secrets(purpose)).toEqual(all)
  }
})

test('one master key that is too short is refused', () => {
  expect(() => keyring(first, randomBytes(16))).toThrow(RangeError)
})
