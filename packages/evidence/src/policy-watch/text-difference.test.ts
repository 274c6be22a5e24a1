import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textDifference } from './text-difference.ts'

it('lists removed, added and unchanged lines', () => {
  const lines = textDifference('one\ntwo\n\nthree\nfour', 'one\r\n2\nthree\nfour\nfive')
  expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'same one',
    'removed two',
    'added 2',
    'same three',
    'same four',
    'added five',
  ])
})

it('the difference converts either text to the other, and equal texts have none', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      const lines = textDifference(a.join('\n'), b.join('\n'))
      const without = (gone: string) => lines.filter(({ kind }) => kind !== gone).map((line) => line.text)
      expect(without('added')).toEqual(a)
      expect(without('removed')).toEqual(b)
    }),
  )
  fc.assert(fc.property(text, (a) => textDifference(a.join('\n'), a.join('\n')).every(({ kind }) => kind === 'same')))
})

it('very long texts are not compared line by line', () => {
  const lines = (word: string) => Array.from({ length: 2500 }, (_, i) => `${word}${i}`).join('\n')
  expect(textDifference(lines('a'), lines('b'))).toHaveLength(5000)
})
