import { translated } from '@wayproof/survey/testing/translated'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import { duplicateItem, moveItem, removeItem } from './draft-changes.ts'
import { completenessIn, localTexts, translatedInto } from './local-texts.ts'
import { textDifferences } from './version-difference.ts'

test('only the texts that changed are listed, by the IDs of their items', () => {
  expect(textDifferences(DEFAULT_QUESTIONNAIRE, DEFAULT_QUESTIONNAIRE)).toEqual([])
  expect(textDifferences(DEFAULT_QUESTIONNAIRE, moveItem(DEFAULT_QUESTIONNAIRE, 'trust', 3))).toEqual([])
  const stem = { ...DEFAULT_QUESTIONNAIRE.stem, en: 'How satisfied are you?' }
  expect(textDifferences(DEFAULT_QUESTIONNAIRE, { ...DEFAULT_QUESTIONNAIRE, stem })).toEqual([
    { at: 'stem', language: 'en', before: DEFAULT_QUESTIONNAIRE.stem.en, after: 'How satisfied are you?' },
  ])
})

test('a new question has no earlier text, and a deleted one no later text', () => {
  const added = textDifferences(DEFAULT_QUESTIONNAIRE, duplicateItem(DEFAULT_QUESTIONNAIRE, 'trust'))
  expect(added.map(({ at, before }) => [at, before])).toEqual([
    ['items.trust-2', null],
    ['items.trust-2', null],
  ])
  const removed = textDifferences(DEFAULT_QUESTIONNAIRE, removeItem(DEFAULT_QUESTIONNAIRE, 'contacted'))
  expect(removed.every(({ at, after }) => at.startsWith('items.contacted') && after === null)).toBe(true)
})

test('the languages of a question are counted over its text and its options', () => {
  const contacted = DEFAULT_QUESTIONNAIRE.items.find(({ id }) => id === 'contacted')
  const all = localTexts(contacted).length
  expect(all).toBeGreaterThan(2)
  expect(completenessIn(contacted, 'en')).toEqual({ filled: all, all })
  expect(completenessIn({ ...contacted, en: ' ' }, 'en')).toEqual({ filled: all - 1, all })
})

test('a translation is compared in its own language, and counted there', () => {
  const french = translated(DEFAULT_QUESTIONNAIRE, 'fr')
  const all = localTexts(DEFAULT_QUESTIONNAIRE).length
  const differences = textDifferences(DEFAULT_QUESTIONNAIRE, french)
  expect(differences).toHaveLength(all)
  expect(differences[0]).toMatchObject({ language: 'fr', before: null })
  expect([completenessIn(french, 'fr'), completenessIn(DEFAULT_QUESTIONNAIRE, 'fr')]).toEqual([
    { filled: all, all },
    { filled: 0, all },
  ])
  expect([translatedInto(french), translatedInto(DEFAULT_QUESTIONNAIRE)]).toEqual([['fr'], []])
  expect(textDifferences(french, translated(french, 'ar')).every(({ language }) => language === 'ar')).toBe(true)
})
