import { parseEmail } from '@wayproof/kernel/people/email'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { BOUNCE_DAYS } from '@wayproof/survey/travelers/suppression'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressMark, bounceAddress, fitsToken, readBounceAddress } from './bounce-address.ts'

const DAY_MS = 86_400_000
const ring = keyring(new Uint8Array(32).fill(5))
const other = keyring(new Uint8Array(32).fill(6))
const now = Date.parse('2026-01-15T08:00:00Z')
const to = 'ann@traveler.example'
const base = 'bounces@privacy.faraway.example'
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const address = bounceAddress(ring, base, { letterId, to, now })

describe('the envelope sender of a letter', () => {
  it('is a mailbox of its own that names the letter and the address it went to', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.emailAddress(), fc.integer({ min: 0, max: BOUNCE_DAYS }), (id, mailbox, days) => {
        const made = bounceAddress(ring, base, { letterId: id, to: mailbox, now })
        expect(parseEmail(made)).toBe(made)
        const read = { letterId: id, addressMark: addressMark(ring, mailbox) }
        for (const seen of [made, made.toUpperCase(), `<${made}>`]) {
          expect(readBounceAddress(ring, seen, now + days * DAY_MS)).toEqual(read)
        }
      }),
    )
  })

  it('is refused under another key, when it is too old, and when any digit was changed', () => {
    expect(readBounceAddress(other, address, now)).toBeNull()
    expect(readBounceAddress(ring, address, now + (BOUNCE_DAYS + 1) * DAY_MS)).toBeNull()
    expect(readBounceAddress(ring, address, now - 2 * DAY_MS)).toBeNull()
    for (let index = base.indexOf('@') + 1; index < address.lastIndexOf('@'); index += 1) {
      const changed = `${address.slice(0, index)}${address[index] === 'a' ? 'b' : 'a'}${address.slice(index + 1)}`
      expect(readBounceAddress(ring, changed, now)).toBeNull()
    }
  })

  it('still names a letter that was sent before a rotation of the key', () => {
    const rotated = keyring(new Uint8Array(32).fill(5), new Uint8Array(32).fill(7))
    expect(readBounceAddress(rotated, address, now)).toEqual({ letterId, addressMark: addressMark(rotated, to) })
    expect(bounceAddress(rotated, base, { letterId, to, now })).not.toBe(address)
  })

  it('is found in nothing else', () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 600 }),
      fc.stringMatching(/^bounces\+[a-z2-7]{40,60}@x\.example$/),
      fc.emailAddress(),
    )
    fc.assert(fc.property(noise, (text) => readBounceAddress(ring, text, now) === null))
  })

  it('needs a base that is short enough and has no plus of its own', () => {
    expect(['bounces@x.example', 'a-long-mailbox-@x.example'].map(fitsToken)).toEqual([true, true])
    expect(['a-long-mailbox-1@x.example', 'a+b@x.example'].map(fitsToken)).toEqual([false, false])
  })
})
