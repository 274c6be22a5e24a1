import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markText, unmarkText } from './marked-text.ts'

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  "''=1",
  ' =1',
  '"=1',
  '’=1',
  `" '=1`,
  '|x',
  '%x',
  '-"x"',
])('%s is marked once more, and read as it was', (text) => {
  expect(markText(text)).toBe(`'${text}`)
  expect(unmarkText(markText(text))).toBe(text)
})

test.each(['', 'a=1', "'t Hof", "'", "''", '1-2', '携程', '"so"', ' a', '5 %'])('%s stays as it is', (text) => {
  expect([markText(text), unmarkText(text)]).toEqual([text, text])
})

test('no marked text starts a formula, and every text comes back', () => {
  const risky = fc
    .array(fc.constantFrom("'", '"', '=', '-', '＝', 'a', ' '), { maxLength: 6 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(risky, fc.string()), (text) => {
      expect(markText(text)).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
      expect(unmarkText(markText(text))).toBe(text)
    }),
  )
})
