import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastByDay, isColor, isReadableByDay, readableAtNight, readableByDay } from './color.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test.each([
  // The ratios of WCAG on white are 21, 4.54, 1.07 and 7.56; four fifths of the color have less.
  ['#000000', 12.6, true],
  ['#767676', 3.1, false],
  ['#ffff00', 1, false],
  ['#0f5c6e', 4.6, true],
] as const)('%s has a contrast of %d on a tinted page', (text, contrast, isReadable) => {
  expect([contrastByDay(text), isReadableByDay(text)]).toEqual([contrast, isReadable])
})

test('every color has a shade for a white page and one for a dark page, and a readable color stays', () => {
  fc.assert(
    fc.property(color, (text) => {
      const byDay = readableByDay(text)
      expect(isReadableByDay(byDay)).toBe(true)
      expect(isReadableByDay(text)).toBe(byDay === text)
      const atNight = readableAtNight(text)
      expect(isColor(atNight)).toBe(true)
      expect(readableAtNight(atNight)).toBe(atNight)
    }),
  )
})

test('only six hexadecimal digits in lower case are a color', () => {
  for (const text of ['#FFF000', '#fff', 'red', '#12345g', '#1234567', ' #123456', '#123456;}'])
    expect([text, isColor(text)]).toEqual([text, false])
})
