import { expect, test } from 'vitest'
import { accentedLanguage } from '../testing/accented-language.ts'
import { buildSentences } from './build-sentences.ts'
import { checkSentences } from './check-sentences.ts'
import { englishSentences } from './sentence-shape.ts'
import { flatSentences, sentenceTree } from './sentence-tree.ts'

const complete = accentedLanguage().sentences
const texts = flatSentences(complete, () => false).texts

/** The faults of a complete language with one other sentence. */
const faultsWith = (path: string, text: unknown, language = 'fr') => {
  const tree = sentenceTree(new Map([...texts, [path, text as string]]))
  return checkSentences(tree, language).faults.map(({ path: at, ...fault }) => [at, fault])
}

test('a complete language has no fault', () => {
  const all = englishSentences().texts.size
  expect(checkSentences(complete, 'fr')).toEqual({ all, complete: all, faults: [] })
})

test('an empty language lacks every sentence', () => {
  const all = englishSentences().texts.size
  const { complete: none, faults } = checkSentences({}, 'fr')
  expect([none, faults.length, new Set(faults.map(({ code }) => code))]).toEqual([0, all, new Set(['missing'])])
})

test.each([
  ['survey.submit', ' ', { code: 'missing' }],
  ['survey.submit', 7, { code: 'not-text' }],
  ['survey.submit.now', 'x', { code: 'unknown' }],
  ['survey.constructor', 'x', { code: 'unknown' }],
  ['__proto__.polluted', 'x', { code: 'unknown' }],
  ['survey.submit', '<script>alert(1)</script>', { code: 'characters' }],
  ['survey.submit', 'Envoyer\u202e', { code: 'characters' }],
  ['survey.submit', 'Envoyer\u0007', { code: 'characters' }],
  ['survey.submit', 'Termin\ufffd', { code: 'characters' }],
  ['letters.survey.subject', '{0}\r\nBcc: a@x.example', { code: 'characters' }],
  ['survey.submit', 'x'.repeat(121), { code: 'too-long', figures: { most: 120, length: 121 } }],
  ['survey.draft.text', 'Revenez plus tard.', { code: 'argument-missing', figures: { argument: '{0}' } }],
  ['survey.draft.text', 'Jusqu’au {0}, {1}.', { code: 'argument-unknown', figures: { argument: '{1}' } }],
  ['survey.draft.text', 'Jusqu’au {0, number}.', { code: 'argument-no-number', figures: { argument: '{0}' } }],
  ['survey.draft.text', 'Jusqu’au {0', { code: 'syntax' }],
  ['survey.draft.text', 'Jusqu’au {0, date}', { code: 'syntax' }],
  ['survey.draft.text', '{0, select, a {x} other {{0}}}', { code: 'syntax' }],
  ['survey.draft.text', "Avant d'{0} le soir", { code: 'argument-missing', figures: { argument: '{0}' } }],
  ['survey.chooseUpTo', '{0, plural, one {un}}', { code: 'syntax' }],
  ['survey.chooseUpTo', '{0, plural, other {#}}', { code: 'form-missing', figures: { forms: 'one' } }],
  ['survey.chooseUpTo', '{0, plural, offset:1 one {#} other {#}}', { code: 'syntax' }],
  [
    'survey.chooseUpTo',
    '{0, plural, one {un} other {plusieurs}}',
    { code: 'argument-missing', figures: { argument: '{0}' } },
  ],
  [
    'survey.onlyIf',
    '{1, plural, one {« {0} » à 1} other {à #}}',
    { code: 'argument-missing', figures: { argument: '{0}' } },
  ],
  ['survey.autosave.saved', 'Enregistré.', { code: 'argument-missing', figures: { argument: '{time}' } }],
  ['survey.autosave.saved', '{time} {day}', { code: 'argument-unknown', figures: { argument: '{day}' } }],
  ['letters.survey.effort', 'Trois minutes.', { code: 'argument-missing', figures: { argument: '{0}' } }],
])('%s as %j: %j', (path, text, fault) => {
  const found = faultsWith(path, text)
  expect(found.find(([at]) => at === path)).toEqual([path, fault])
})

test('a plural has the forms of its language', () => {
  const two = '{0, plural, one {# pytanie} other {# pytania}}'
  expect(faultsWith('survey.chooseUpTo', two, 'pl')).toContainEqual([
    'survey.chooseUpTo',
    { code: 'form-missing', figures: { forms: 'few, many' } },
  ])
  expect(faultsWith('survey.chooseUpTo', two, 'fr')).toEqual([])
  expect(faultsWith('survey.requiredOnly', 'Seulement {1}.', 'fr')).toEqual([])
})

test('a form of one number may say it in words, and one of many numbers says the number', () => {
  expect(faultsWith('survey.chooseUpTo', '{0, plural, one {une seule} other {jusqu’à #}}')).toEqual([])
  expect(faultsWith('survey.chooseUpTo', '{0, number} {0, plural, one {réponse} other {réponses}}')).toEqual([])
  const russian = (one: string) => `{0, plural, ${one} few {# b} many {# c} other {# d}}`
  const of = (text: string) =>
    faultsWith('survey.chooseUpTo', text, 'ru').find(([path]) => path === 'survey.chooseUpTo')
  expect(of(russian('one {# a}'))).toBeUndefined()
  expect(of(russian('one {a}'))).toEqual([
    'survey.chooseUpTo',
    { code: 'argument-missing', figures: { argument: '{0}' } },
  ])
  expect(of(russian('=1 {a}'))).toEqual(['survey.chooseUpTo', { code: 'form-missing', figures: { forms: 'one' } }])
})

test('a sentence with a fault is said in English, and the others are not', () => {
  const tree = sentenceTree(new Map([...texts, ['survey.submit', '<b>'], ['survey.draft.text', 'Jusqu’au {0']]))
  const { survey } = buildSentences(tree, 'fr')
  expect([survey.submit, survey.draft.text('12 mai')]).toEqual([
    'Submit',
    expect.stringContaining('until the end of 12 mai'),
  ])
  expect(survey.draft.drop).toBe('⟦Délété šávéd áñšwérš⟧')
})
