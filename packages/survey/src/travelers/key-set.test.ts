import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeySet } from './seal-chunk.ts'

const setOf = (texts: readonly string[]): KeySet => {
  const set = new KeySet()
  for (const text of texts) set.addText(text)
  return set
}

test('a repeated text is always detected', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (texts, which, where) => {
      const again = texts[which % texts.length] ?? ''
      expect(setOf(texts.toSpliced(where % texts.length, 0, again)).mayRepeat()).toBe(true)
    }),
  )
})

test('consecutive customer numbers are not mistaken for repeats, also beyond the first buffer', () => {
  expect(setOf(Array.from({ length: 100_000 }, (_, i) => `C-${i}`)).mayRepeat()).toBe(false)
  expect(setOf([...Array.from({ length: 20_000 }, (_, i) => `C-${i}`), 'C-77']).mayRepeat()).toBe(true)
})

test('keys that share one half are different', () => {
  const set = new KeySet()
  set.add(1, 2)
  set.add(2, 1)
  set.add(1, 1)
  set.add(2, 2)
  expect(set.mayRepeat()).toBe(false)
  set.add(2, 1)
  expect(set.mayRepeat()).toBe(true)
})

test('a cleared set has no keys and accepts new ones', () => {
  const texts = Array.from({ length: 100_000 }, (_, i) => `C-${i}`)
  const set = setOf(texts)
  set.clear()
  for (const text of texts) set.addText(text)
  expect(set.mayRepeat()).toBe(false)
  set.addText('C-77')
  expect(set.mayRepeat()).toBe(true)
})
