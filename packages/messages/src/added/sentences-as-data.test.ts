import { LOCALES } from '@wayproof/kernel/people/locale'
import { expect, test } from 'vitest'
import { travelerSentences } from '../traveler-sentences.ts'
import { buildSentences } from './build-sentences.ts'
import { ARGUMENTS } from './sentence-arguments.ts'
import { englishSentences, sentencesAsData } from './sentence-shape.ts'
import { sentenceTree } from './sentence-tree.ts'

const VALUES = {
  text: ['12 January 2026', 'Ann’s {0} <b>', ''],
  number: [1, 2, 5, 999],
  numbers: [[1], [7]],
  'number-or-none': [null, 1, 7],
} as const

/** A few arguments of each kind, none of them the same twice in a row. */
function samplesOf(kinds: readonly (keyof typeof VALUES)[]): unknown[][] {
  return [0, 1, 2, 3].map((n) => kinds.map((kind, position) => VALUES[kind].at((n + position) % VALUES[kind].length)))
}

const at = (node: unknown, path: string): unknown =>
  path.split('.').reduce((found, key) => Reflect.get(found as object, key), node)

test.each(LOCALES)('sentences of %s that are read back from data say the same as before', (locale) => {
  const built = buildSentences(sentenceTree(sentencesAsData(locale).texts), locale)
  const source = travelerSentences(locale)
  for (const [path, kinds] of Object.entries(ARGUMENTS)) {
    const [say, before] = [built, source].map((node) => at(node, path) as (...given: unknown[]) => unknown)
    for (const given of samplesOf(kinds)) expect([path, say?.(...given)]).toEqual([path, before?.(...given)])
  }
  const textsOf = (node: unknown): unknown => JSON.parse(JSON.stringify(node))
  expect(textsOf(built)).toEqual(textsOf(source))
  expect(built.dataNotice.rows.draft[1]()).toBe(source.dataNotice.rows.draft[1]())
})

test('a listing of numbers is in the language', () => {
  const tree = sentenceTree(englishSentences().texts)
  const [english, french] = ['en', 'fr'].map((language) =>
    buildSentences(tree, language).survey.requiredOnly([1, 4, 9]),
  )
  expect(english).toBe(travelerSentences('en').survey.requiredOnly([1, 4, 9]))
  expect(french).toContain('1, 4 et 9')
})

test('every sentence with arguments, and no other, is a pattern', () => {
  const { texts, kinds } = englishSentences()
  for (const [path, its] of kinds) expect([path, texts.get(path)?.includes('{0')]).toEqual([path, its !== null])
  expect(texts.size).toBeGreaterThan(200)
})

test('both languages of the product have the same sentences', () => {
  expect([...sentencesAsData('zh-CN').texts.keys()].toSorted()).toEqual([...englishSentences().texts.keys()].toSorted())
})

test('a choice repeats only the words that a number changes', () => {
  expect(englishSentences().texts.get('survey.lead')).toMatch(
    /^About \{0, plural, one \{1 minute\.\} other \{\{0, number\} minutes\.\}\} You don’t/,
  )
})
