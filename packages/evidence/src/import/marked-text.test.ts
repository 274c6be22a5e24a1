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
])('%s gets an apostrophe and is read back unchanged', (text) => {
  expect(markText(text)).toBe(`'${text}`)
  expect(unmarkText(markText(text))).toBe(text)
})

test.each(['', 'a=1', "'t Hof", "'", "''", '1-2', '携程', '"so"', ' a', '5 %'])('%s is not marked', (text) => {
  expect([markText(text), unmarkText(text)]).toEqual([text, text])
})

test.each([
  ['a;=1+1;b', "a;'=1+1;b"],
  ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
  ['a\n-1\r\n+2', "a\n'-1\r'\n'+2"],
  ['=1;=2', "'=1;'=2"],
  ['a; "=1"', `a;' "=1"`],
])('%j is marked wherever a spreadsheet of any locale may start a cell', (text, marked) => {
  expect(markText(text)).toBe(marked)
  expect(unmarkText(marked)).toBe(text)
})

test('no marked text starts a formula, and every text is restored', () => {
  const risky = fc
    .array(fc.constantFrom("'", '"', '=', '-', '＝', 'a', ' ', ';', '\t', '\r', '\n'), { maxLength: 12 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(fc.oneof(risky, fc.string()), (text) => {
      for (const cell of markText(text).split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
      expect(unmarkText(markText(text))).toBe(text)
    }),
  )
})

test('marking a long text of separators takes linear time', () => {
  const text = `${';\n'.repeat(500_000)}=`
  expect(unmarkText(markText(text))).toBe(text)
})
