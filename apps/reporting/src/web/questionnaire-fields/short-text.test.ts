import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortText } from './short-text.ts'

test('a short text stays, and a long one ends with an ellipsis between words', () => {
  expect(shortText('Trust')).toBe('Trust')
  expect(shortText('How far do you trust us to treat your information properly?', 22)).toBe('How far do you trust…')
  expect(shortText('您在多大程度上信任我们', 10)).toBe('您在多大程…')
})

test('every result is the text itself or begins it, and is no longer than asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, most) => {
      const short = shortText(text, most)
      if (short === text.trim()) return
      expect(short.endsWith('…')).toBe(true)
      expect(text.trim().startsWith(short.slice(0, -1))).toBe(true)
      expect([...short].length).toBeLessThanOrEqual(most + 1)
    }),
  )
})
