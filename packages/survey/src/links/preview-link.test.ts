import { keyring } from '@wayproof/kernel/secrets/keyring'
import { expect, it } from 'vitest'
import { previewToken, readPreviewToken } from './preview-link.ts'

const ring = keyring(new Uint8Array(32).fill(3))

it.each(['0001-01-01', '1999-12-31', '2026-12-20', '9999-12-31'])(
  'a preview token for a wave that closes on %s can be read back',
  (closesOn) => {
    for (const smallestGroup of [1, 5, 400]) {
      const token = previewToken(ring, { closesOn, smallestGroup })
      expect(token).toMatch(/^[\w-]{24}$/)
      expect(readPreviewToken(ring, token)).toEqual({ closesOn, smallestGroup })
    }
  },
)

it('a preview token needs the key, and any change invalidates it', () => {
  const token = previewToken(ring, { closesOn: '2026-12-20', smallestGroup: 5 })
  expect(readPreviewToken(keyring(new Uint8Array(32).fill(4)), token)).toBeNull()
  const bytes = Buffer.from(token, 'base64url')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(readPreviewToken(ring, changed.toString('base64url'))).toBeNull()
  }
})
