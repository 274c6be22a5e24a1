import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import { firstQuestion } from './first-question.ts'
import type { Item, Questionnaire } from './questionnaire.ts'

const labels = { yes: 'Yes', no: 'No', dontKnow: 'Don’t know' }
const words = { 'zh-CN': '问', en: 'Asked' }
const base = { ...words, id: 'first', role: 'driver' }
const beginning = (item: Item): Questionnaire => ({
  ...DEFAULT_QUESTIONNAIRE,
  items: [item, ...DEFAULT_QUESTIONNAIRE.items],
})
const option = (value: string) => ({ ...words, value })
const optionsOf = (item: Item) =>
  firstQuestion(beginning(item))
    ?.options('en', labels)
    .map(({ code }) => code) ?? null

test('a letter can ask a rating, a yes or no, and a single choice, with the options of the form in its order', () => {
  expect(optionsOf({ ...base, type: 'scale', scale: 'sat5' })).toEqual(['5', '4', '3', '2', '1', 'na', 'dk'])
  expect(optionsOf({ ...base, type: 'yes-no' })).toEqual(['yes', 'no'])
  expect(optionsOf({ ...base, type: 'yes-no', allowsDontKnow: true })).toEqual(['yes', 'no', 'dk'])
  expect(optionsOf({ ...base, type: 'choice', options: [...'abcdefg'].map(option) })).toEqual([...'abcdefg'])
})

test('the codes are in the order of the options, so that the link of each selects it', () => {
  const question = firstQuestion(DEFAULT_QUESTIONNAIRE)
  expect(question?.codes).toEqual(question?.options('en', labels).map(({ code }) => code))
  expect(question?.codes[0]).toBe('5')
})

test('a letter cannot ask a long choice, several choices, a recommendation, a matrix or a text', () => {
  const impossible: readonly Item[] = [
    { ...base, type: 'choice', options: [...'abcdefgh'].map(option) },
    { ...base, type: 'several', options: [...'ab'].map(option) },
    { ...base, type: 'recommend' },
    { ...base, type: 'matrix', scale: 'sat5', rows: [{ ...base, id: 'row' }] },
    { ...base, type: 'text', maxLength: 100 },
    { ...base, type: 'short', maxLength: 100 },
  ]
  for (const item of impossible) expect([item.type, firstQuestion(beginning(item))]).toEqual([item.type, null])
  expect(firstQuestion({ ...DEFAULT_QUESTIONNAIRE, items: [] })).toBeNull()
})

test('a question has the wording above it', () => {
  expect(firstQuestion(DEFAULT_QUESTIONNAIRE)).toMatchObject({ item: 'overall', stem: null })
  const items = DEFAULT_QUESTIONNAIRE.items.filter(({ id }) => id === 'notice')
  expect(firstQuestion({ ...DEFAULT_QUESTIONNAIRE, items })?.stem?.en).toContain('How satisfied or dissatisfied')
})
