import { translated } from '@wayproof/survey/testing/translated'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { MANY_QUESTIONS } from '../questionnaire/questionnaire-check.ts'
import { withWording } from '../questionnaire/survey-text.ts'
import { addItem, freeId, withItem } from './draft-changes.ts'
import { checkDraft, LONGEST_TEXT } from './draft-check.ts'

const [first] = DEFAULT_QUESTIONNAIRE.items
const worded = (en: string): Questionnaire =>
  first ? withItem(DEFAULT_QUESTIONNAIRE, first.id, { ...first, en }) : DEFAULT_QUESTIONNAIRE
const codes = (questionnaire: Questionnaire) => checkDraft(questionnaire).faults

test('the shipped questionnaire has no faults and no warnings', () => {
  expect(checkDraft(DEFAULT_QUESTIONNAIRE)).toEqual({ faults: [], warnings: [] })
})

test('a text of 10,000 characters is a fault, and of the longest length none', () => {
  expect(codes(worded('a'.repeat(10_000)))).toEqual([{ code: 'text-too-long', at: first?.id }])
  expect(codes(worded('🧭'.repeat(LONGEST_TEXT)))).toEqual([])
})

test('direction marks and control characters are faults; right-to-left letters, formulas and scripts are text', () => {
  for (const hidden of ['\u202e', '\u0000', '\u200b', '\u2066'])
    expect(codes(worded(`How${hidden} satisfied`))).toEqual([{ code: 'text-hidden', at: first?.id }])
  for (const plain of ['ما مدى رضاك؟', '=1+1', '<script>alert(1)</script>', '{{7*7}}'])
    expect(codes(worded(plain))).toEqual([])
})

test('a translation has the same limits, also in a language that is not in use', () => {
  const french = (wording: string) =>
    first && withItem(DEFAULT_QUESTIONNAIRE, first.id, withWording(first, 'fr', wording))
  const faultsOf = (wording: string) => codes(french(wording) ?? DEFAULT_QUESTIONNAIRE)
  expect(faultsOf('a'.repeat(LONGEST_TEXT))).toEqual([])
  expect(faultsOf('a'.repeat(LONGEST_TEXT + 1))).toEqual([{ code: 'text-too-long', at: first?.id }])
  expect(faultsOf('right\u202eto left')).toEqual([{ code: 'text-hidden', at: first?.id }])
})

test('a text that two languages lack is named once for each', () => {
  const { faults } = checkDraft(translated(DEFAULT_QUESTIONNAIRE, 'ja'), ['fr', 'ja', 'ar'])
  expect(faults.filter(({ at }) => at === 'sat5').map(({ language }) => language)).toEqual(['fr', 'ar'])
})

test('a scale with the same fault twice is named once', () => {
  const { sat5 } = DEFAULT_QUESTIONNAIRE.scales
  const points = sat5?.points.map((point) => ({ ...point, en: '' })) ?? []
  const scales = { ...DEFAULT_QUESTIONNAIRE.scales, ...(sat5 ? { sat5: { ...sat5, points } } : {}) }
  expect(codes({ ...DEFAULT_QUESTIONNAIRE, scales })).toEqual([{ code: 'translation-missing', at: 'sat5' }])
})

test('more than 15 questions are a warning', () => {
  let questionnaire = DEFAULT_QUESTIONNAIRE
  const [headline] = questionnaire.items
  while (headline && questionnaire.items.length < MANY_QUESTIONS + 1) {
    expect(checkDraft(questionnaire).warnings).toEqual([])
    questionnaire = addItem(questionnaire, { ...headline, role: 'driver', id: freeId(questionnaire, 'more') })
  }
  expect(checkDraft(questionnaire)).toEqual({ faults: [], warnings: [{ code: 'many-questions', count: 16 }] })
})

test('a field that only looks like a text, with translations that are none, is no fault and no error', () => {
  for (const translations of [{ fr: 7 }, null, 'fr', { fr: { en: 'x' } }]) {
    const note = { 'zh-CN': '甲', en: 'a', translations }
    const questionnaire = { ...DEFAULT_QUESTIONNAIRE, note } as Questionnaire
    const items = questionnaire.items.map((item) => ({ ...item, note }))
    expect(checkDraft({ ...questionnaire, items })).toEqual({ faults: [], warnings: [] })
  }
})
