import type { Field } from '@wayproof/evidence/import/field'
import type { FileColumn } from '@wayproof/evidence/mapping/file-columns'
import { expect, test } from 'vitest'
import { choicesOf, oddWords, withWord } from './mapped-words-field.tsx'

const column = (texts: string[], dayFormats: FileColumn['dayFormats'] = []): FileColumn => ({
  heading: 'x',
  filled: texts.length,
  texts,
  more: false,
  dayFormats,
})
const field = (kind: Field['kind'], values?: readonly string[]): Field => ({
  name: 'x',
  kind,
  required: false,
  ...(values && { values }),
})

test('only words that a field does not know need a mapping', () => {
  expect(oddWords(field('integer'), column(['70', '通过', '-3.5']))).toEqual(['通过'])
  expect(oddWords(field('text', ['pass', 'fail']), column(['pass', 'Bestanden']))).toEqual(['Bestanden'])
  expect(oddWords(field('yes-no'), column(['yes', 'Y']))).toEqual(['Y'])
  // "never" is no date in any format.
  expect(oddWords(field('day'), column(['31/12/2026', 'never']))).toEqual(['never'])
  expect(oddWords(field('day'), column(['31/12/2026'], ['D/M/YYYY']))).toEqual([])
  expect(choicesOf(field('text'))).toBeNull()
  expect(oddWords(field('text'), column(['anything']))).toEqual([])
})

test('a word maps to a value, to an empty cell, or to itself', () => {
  const once = withWord({}, 'score', '通过', '100')
  expect(once).toEqual({ score: { 通过: '100' } })
  expect(withWord(once, 'score', '缺考', '')).toEqual({ score: { 通过: '100', 缺考: '' } })
  expect(withWord(once, 'score', '通过', undefined)).toEqual({ score: {} })
})
