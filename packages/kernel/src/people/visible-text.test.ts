import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isVisibleLine, isVisibleText } from './visible-text.ts'

const HIDDEN = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, n) => 0x7f + n),
  ...[0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x2060, 0x2061, 0xfeff, 0xfff9, 0xe0001, 0xe0041],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCodePoint(code))

test('a visible line holds no control characters, direction marks or other invisible characters, in any position', () => {
  fc.assert(
    fc.property(fc.constantFrom(...HIDDEN), fc.string({ unit: 'grapheme-ascii' }), (hidden, text) => {
      expect(isVisibleLine(`${text}${hidden}云途`)).toBe(false)
    }),
  )
  expect(isVisibleLine('half \ud83d a pair')).toBe(false)
})

test('names in many scripts and joined emoji are visible', () => {
  for (const name of ['云途旅行（上海）有限公司', 'Yuntu Travel & Söhne', 'می‌خواهم', '👩‍💻 team', 'Ａｃｍｅ・１２', ''])
    expect([name, isVisibleLine(name)]).toEqual([name, true])
})

test('a text may contain line breaks and tabs, a line may not', () => {
  expect([isVisibleText('one\r\n\ttwo'), isVisibleLine('one\ntwo')]).toEqual([true, false])
  expect(isVisibleText('one\u202etwo')).toBe(false)
})
