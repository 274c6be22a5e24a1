import { anyQuestionnaire } from '@wayproof/survey/testing/any-questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenTrends } from './broken-trends.ts'
import { codedItem, codedItems } from './coded-items.ts'
import { DEFAULT_QUESTIONNAIRE as shipped } from './default-questionnaire.ts'
import { driverItems } from './driver-items.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire, questionnaireWarnings } from './questionnaire-check.ts'
import { questionnaireFrom } from './questionnaire-form.ts'

test('every type becomes single-valued questions with stable IDs, in the order asked', () => {
  expect(codedItems(EVERY_TYPE).map(({ id, kind, codes }) => `${id} ${kind} ${codes.join(' ')}`)).toEqual([
    'overall scale 1 2 3 4 5 na dk',
    'trust scale 1 2 3 4 5 dk',
    'notice scale 1 2 3 4 5 na dk',
    'consent scale 1 2 3 4 5 na dk',
    'security scale 1 2 3 4 5 na dk',
    'contacted choice yes no unsure',
    'complaint scale 1 2 3 4 5 na dk',
    'channels.app tick yes no',
    'channels.web tick yes no',
    'channels.phone tick yes no',
    'channels.none tick yes no',
    'asked-first yes-no yes no dk',
    'recommend recommend 0 1 2 3 4 5 6 7 8 9 10 dk',
  ])
})

test('rows of a matrix drive the headline like single ratings', () => {
  expect(driverItems(EVERY_TYPE)?.drivers.map(({ id }) => id)).toEqual(['notice', 'consent', 'security', 'complaint'])
})

test('a rating keeps its trend when it moves into a matrix with the same stem, and back', () => {
  const same = ['overall', 'trust', 'notice', 'consent', 'security', 'contacted', 'complaint']
  for (const [before, after] of [
    [shipped, EVERY_TYPE],
    [EVERY_TYPE, shipped],
  ] as const) {
    const broken = brokenTrends(before, after).map(({ id }) => id)
    expect(broken.filter((id) => same.includes(id))).toEqual([])
    expect(broken.length).toBeGreaterThan(0)
  }
  const matrix = EVERY_TYPE.items.find(({ id }) => id === 'aspects')
  const reworded = {
    ...EVERY_TYPE,
    items: EVERY_TYPE.items.map((item) => (item === matrix ? { ...item, en: 'New?' } : item)),
  }
  expect(brokenTrends(EVERY_TYPE, reworded)).toEqual(
    ['notice', 'consent', 'security'].map((id) => ({ id, because: 'wording' })),
  )
})

const changed = (id: string, by: object): Questionnaire => ({
  ...EVERY_TYPE,
  items: EVERY_TYPE.items.map((item) => (item.id === id ? ({ ...item, ...by } as Item) : item)),
})

test('a change of the choices breaks the trend of each choice, a new row only its own', () => {
  const { options } = EVERY_TYPE.items.find(({ id }) => id === 'channels') as Extract<Item, { type: 'several' }>
  expect(brokenTrends(EVERY_TYPE, changed('channels', { options: options.slice(1) }))).toEqual([
    { id: 'channels.web', because: 'scale' },
    { id: 'channels.phone', because: 'scale' },
    { id: 'channels.none', because: 'scale' },
    { id: 'channels.app', because: 'gone' },
  ])
  const { rows } = EVERY_TYPE.items.find(({ id }) => id === 'aspects') as Extract<Item, { type: 'matrix' }>
  expect(brokenTrends(changed('aspects', { rows: rows.slice(1) }), EVERY_TYPE)).toEqual([
    { id: 'notice', because: 'new' },
  ])
  expect(brokenTrends(EVERY_TYPE, changed('asked-first', { allowsDontKnow: false }))).toEqual([
    { id: 'asked-first', because: 'scale' },
  ])
})

test('the questionnaire with every type has the right structure and can be published', () => {
  expect(questionnaireFrom(EVERY_TYPE)).toEqual({ ok: true, value: EVERY_TYPE })
  expect(checkQuestionnaire(EVERY_TYPE)).toEqual([])
  expect(questionnaireWarnings(EVERY_TYPE)).toEqual([])
})

const faultsOf = (id: string, by: object) => checkQuestionnaire(changed(id, by)).map(({ code, at }) => `${code} ${at}`)
const text = { 'zh-CN': '字', en: 'text' }

test('each fault of the types with several values is reported with its place', () => {
  const row = { id: 'notice', role: 'driver', ...text }
  expect(faultsOf('aspects', { rows: [] })).toEqual(['rows-missing aspects'])
  expect(faultsOf('aspects', { rows: [row, row] })).toEqual(['id-twice notice'])
  expect(faultsOf('aspects', { rows: [{ ...row, id: 'overall', en: '' }] })).toEqual([
    'id-twice overall',
    'translation-missing overall',
  ])
  expect(faultsOf('aspects', { scale: 'none' })).toEqual(['scale-unknown aspects'])
  expect(faultsOf('channels', { options: [{ value: 'a.b', ...text }], showIf: { overall: '1' } })).toEqual([
    'id-malformed channels.a.b',
    'most-chosen-wrong channels',
    'item-unreachable asked-first',
  ])
  expect(faultsOf('channels', { maxChosen: 0 })).toContain('most-chosen-wrong channels')
  expect(faultsOf('recommend', { ends: { lowest: text, highest: { ...text, en: ' ' } } })).toEqual([
    'translation-missing recommend',
  ])
  expect(faultsOf('improve', { maxLength: 201 })).toEqual(['short-text-too-long improve'])
  expect(faultsOf('improve', { en: 'Your passport number?' })).toEqual(['asks-identity improve'])
  expect(faultsOf('trust', { type: 'recommend' })).toEqual(['goal-not-rated trust'])
  expect(
    faultsOf('contacted', { options: Array.from({ length: 41 }, (_, n) => ({ value: `${n}`, ...text })) }),
  ).toContain('too-many-options contacted')
  const stem = { ...EVERY_TYPE.stem, appliesTo: ['aspects'] }
  expect(checkQuestionnaire({ ...EVERY_TYPE, stem })).toEqual([{ code: 'stem-item-grouped', at: 'aspects' }])
})

test('a condition on a choice that no answer can make is unreachable', () => {
  const both = (showIf: object) => faultsOf('asked-first', { showIf })
  expect(both({ 'channels.app': 'yes', 'channels.web': 'yes' })).toEqual([])
  expect(both({ 'channels.app': 'yes', 'channels.none': 'yes' })).toEqual(['item-unreachable asked-first'])
  expect(both({ 'channels.app': 'yes', 'channels.web': 'yes', 'channels.phone': 'yes' })).toEqual([
    'item-unreachable asked-first',
  ])
  expect(both(Object.fromEntries(['app', 'web', 'phone', 'none'].map((value) => [`channels.${value}`, 'no'])))).toEqual(
    ['item-unreachable asked-first'],
  )
  expect(both({ channels: 'app' })).toEqual(['item-unreachable asked-first'])
})

test('more than 15 questions are a warning, and each row of a matrix is one', () => {
  const { rows } = EVERY_TYPE.items.find(({ id }) => id === 'aspects') as Extract<Item, { type: 'matrix' }>
  const [row] = rows
  const withRows = (count: number) =>
    changed('aspects', { rows: Array.from({ length: count }, (_, n) => ({ ...row, id: `row-${n}` })) })
  expect(questionnaireWarnings(withRows(7))).toEqual([])
  expect(questionnaireWarnings(withRows(8))).toEqual([{ code: 'many-questions', count: 16 }])
})

test('any questionnaire of these types is valid, survives JSON, and has one coded question per ID', () => {
  fc.assert(
    fc.property(anyQuestionnaire, (questionnaire) => {
      expect(checkQuestionnaire(questionnaire)).toEqual([])
      const stored = JSON.parse(JSON.stringify(questionnaire)) as unknown
      expect(questionnaireFrom(stored)).toEqual({ ok: true, value: questionnaire })
      const coded = codedItems(questionnaire)
      expect(new Set(coded.map(({ id }) => id)).size).toBe(coded.length)
      for (const question of coded) expect(codedItem(questionnaire, question.id)).toBe(question)
      expect(brokenTrends(questionnaire, stored as Questionnaire)).toEqual([])
    }),
  )
})
