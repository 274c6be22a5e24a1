import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import {
  addItem,
  duplicateItem,
  moveItem,
  removeItem,
  withItem,
} from '@wayproof/forms/questionnaire-draft/draft-changes'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { translated } from '@wayproof/survey/testing/translated'
import { expect, test } from 'vitest'
import { editedLanguages } from '../questionnaire-fields/second-language.tsx'
import { TYPE_PANELS } from '../questionnaire-types/type-panels.tsx'
import { findingsOf, statesOf } from './findings.ts'

const { fix } = messages('en').reporting.questionnaire
const found = (questionnaire: Questionnaire) => findingsOf(questionnaire, DEFAULT_QUESTIONNAIRE, fix, 'en')
const titles = (questionnaire: Questionnaire) => found(questionnaire).map(({ title }) => title)
const [overall] = DEFAULT_QUESTIONNAIRE.items
const untranslated = overall ? withItem(DEFAULT_QUESTIONNAIRE, 'overall', { ...overall, en: '' }) : null

test('the version in use has nothing to fix, and a move breaks no trend', () => {
  expect(found(DEFAULT_QUESTIONNAIRE)).toEqual([])
  expect(found(moveItem(DEFAULT_QUESTIONNAIRE, 'trust', 2))).toEqual([])
})

test('faults come first, each with the panel that shows its place', () => {
  expect(untranslated && titles(untranslated)).toEqual(['Question 1 lacks a translation', 'Question 1 was reworded'])
  expect(untranslated && found(untranslated)[0]?.goTo).toEqual({ name: 'Question 1', place: { item: 'overall' } })
  expect(untranslated && [...statesOf(untranslated, found(untranslated))]).toEqual([['overall', 'fault']])
  const stem = { ...DEFAULT_QUESTIONNAIRE.stem, en: '' }
  expect(found({ ...DEFAULT_QUESTIONNAIRE, stem })[0]?.goTo?.place).toBe('lead-in')
})

test('a fault of a scale is a fault of every question with it', () => {
  const { sat5, ...others } = DEFAULT_QUESTIONNAIRE.scales
  const scales = { ...others, ...(sat5 ? { sat5: { ...sat5, points: [] } } : {}) }
  const questionnaire = { ...DEFAULT_QUESTIONNAIRE, scales }
  const [first] = found(questionnaire)
  expect(first?.title).toBe('The scale of questions 1, 3–9, 11 has no points')
  const states = statesOf(questionnaire, found(questionnaire))
  expect([states.get('complaint'), states.get('trust')]).toEqual(['fault', undefined])
})

test('a new and a deleted question are warnings', () => {
  expect(titles(duplicateItem(DEFAULT_QUESTIONNAIRE, 'trust'))).toEqual(['Question 3 is new'])
  expect(titles(removeItem(DEFAULT_QUESTIONNAIRE, 'contacted'))).toEqual([
    'Question 10 is shown to others',
    'Question 10 was deleted',
  ])
})

test('statements and choices lead to their question, and one line tells of all choices', () => {
  const matrix = { ...TYPE_PANELS.matrix.blank(DEFAULT_QUESTIONNAIRE, 'aspects'), 'zh-CN': '各方面', en: 'Aspects' }
  const several = { ...TYPE_PANELS.several.blank(DEFAULT_QUESTIONNAIRE, 'channels'), 'zh-CN': '渠道', en: 'Channels' }
  const questionnaire = [matrix, several].reduce((draft, item) => addItem(draft, item), DEFAULT_QUESTIONNAIRE)
  const places = found(questionnaire).map(({ title, goTo }) => [title, goTo?.place])
  expect(places).toEqual([
    ['Question 14 lacks a translation', { item: 'aspects' }],
    ['Question 15 lacks a translation', { item: 'aspects' }],
    ['Question 16 lacks a translation', { item: 'channels' }],
    ['16 questions are many', undefined],
    ['Question 14 is new', { item: 'aspects' }],
    ['Question 15 is new', { item: 'aspects' }],
    ['Question 16 is new', { item: 'channels' }],
  ])
})

test('a missing text names its language, which its place then shows; a language not in use lacks nothing', () => {
  const french = { tag: 'fr', name: 'Français', isActive: true }
  const complete = translated(DEFAULT_QUESTIONNAIRE, 'fr')
  const questionnaire = overall
    ? withItem(complete, 'overall', withWording(complete.items[0] ?? overall, 'fr', ''))
    : complete
  const foundIn = (isActive: boolean) =>
    findingsOf(questionnaire, DEFAULT_QUESTIONNAIRE, fix, 'en', [{ ...french, isActive }])
  expect(foundIn(true)).toMatchObject([
    { title: 'Question 1 has no French text', missingIn: 'fr', goTo: { place: { item: 'overall' } } },
  ])
  expect(foundIn(false)).toEqual([])
  expect(untranslated && found(untranslated)[0]?.missingIn).toBe('en')
  expect([...statesOf(questionnaire, foundIn(true), [french])]).toEqual([['overall', 'fault']])
})

test('a language that is not in use is edited only while the questionnaire has a text in it', () => {
  const stored = [
    { tag: 'ar', name: 'العربية', isActive: false },
    { tag: 'fr', name: 'Français', isActive: true },
  ]
  const tags = (questionnaire: Questionnaire) => editedLanguages(questionnaire, stored).map(({ tag }) => tag)
  expect(tags(DEFAULT_QUESTIONNAIRE)).toEqual(['fr'])
  expect(tags(translated(DEFAULT_QUESTIONNAIRE, 'ar'))).toEqual(['ar', 'fr'])
  expect(tags(translated(DEFAULT_QUESTIONNAIRE, 'ja'))).toEqual(['fr', 'ja'])
})

test('the sentence about a missing text names the language in the language of its reader', () => {
  const persian = { tag: 'fa', name: 'فارسی', isActive: true }
  const firstIn = (locale: Locale) =>
    findingsOf(DEFAULT_QUESTIONNAIRE, DEFAULT_QUESTIONNAIRE, messages(locale).reporting.questionnaire.fix, locale, [
      persian,
    ])[0]?.title
  expect(firstIn('en')).toBe('The lead-in has no Persian text')
  expect(firstIn('zh-CN')).toContain('波斯语')
})
