import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftPreviewToken, readDraftPreviewToken } from './draft-preview-link.ts'
import { previewToken, readPreviewToken } from './preview-link.ts'

const ring = keyring(new Uint8Array(32).fill(3))
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const anyPreview = fc.record({
  ...{ draftId: fc.uuid(), closesOn: anyDay, until: anyDay, smallestGroup: fc.integer({ min: 1, max: 65_535 }) },
})

test('any preview of a draft can be read back with its key only', () => {
  fc.assert(
    fc.property(anyPreview, (preview) => {
      const token = draftPreviewToken(ring, preview)
      expect(token).toMatch(/^[\w-]{52}$/)
      expect(readDraftPreviewToken(ring, token)).toEqual(preview)
      expect(readDraftPreviewToken(keyring(new Uint8Array(32).fill(4)), token)).toBeNull()
      expect(readPreviewToken(ring, token)).toBeNull()
    }),
  )
  expect(readDraftPreviewToken(ring, previewToken(ring, { closesOn: '2026-01-20', smallestGroup: 5 }))).toBeNull()
})

test('a change of any byte invalidates the link', () => {
  const preview = { draftId: '0190b0b0-0000-7000-8000-000000000001', closesOn: '2026-07-31', until: '2026-07-08' }
  const bytes = Buffer.from(draftPreviewToken(ring, { ...preview, smallestGroup: 5 }), 'base64url')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(readDraftPreviewToken(ring, changed.toString('base64url'))).toBeNull()
  }
})
