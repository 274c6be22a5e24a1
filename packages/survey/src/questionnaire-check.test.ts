import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import { codesOf } from './item-codes.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire } from './questionnaire-check.ts'

const asked = (id: string): Item => {
  const item = DEFAULT_QUESTIONNAIRE.items.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}

const withItems = (...items: readonly object[]): Questionnaire =>
  ({ ...DEFAULT_QUESTIONNAIRE, stem: { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: [] }, items }) as Questionnaire

const faultsOf = (...items: readonly object[]) =>
  checkQuestionnaire(withItems(asked('overall'), ...items)).map(({ code, at }) => `${code} ${at}`)

test('the shipped questionnaire can be published', () => {
  expect(checkQuestionnaire(DEFAULT_QUESTIONNAIRE)).toEqual([])
  expect(DEFAULT_QUESTIONNAIRE.items).toHaveLength(13)
  expect(DEFAULT_QUESTIONNAIRE.items.filter(({ required }) => required).map(({ id }) => id)).toEqual(['overall'])
})

test('each fault of an item is told with the item', () => {
  const trust = asked('trust')
  expect(faultsOf({ ...trust, en: ' ' })).toEqual(['translation-missing trust'])
  expect(faultsOf({ ...trust, scale: 'sat9' })).toEqual(['scale-unknown trust'])
  expect(faultsOf({ ...trust, id: 'lang' })).toEqual(['id-malformed lang'])
  expect(faultsOf(trust, trust)).toEqual(['id-twice trust'])
  expect(faultsOf({ ...asked('contacted'), options: [] })).toEqual(['options-missing contacted'])
  expect(faultsOf(asked('improve'), { ...asked('improve'), id: 'more' })).toEqual(['second-open-text more'])
  expect(faultsOf({ ...asked('improve'), maxLength: 0 })).toEqual(['length-missing improve'])
})

test('an item that no answer leads to is a fault', () => {
  expect(faultsOf(asked('complaint'))).toEqual(['item-unreachable complaint'])
  expect(faultsOf(asked('complaint'), asked('contacted'))).toEqual(['item-unreachable complaint'])
  expect(faultsOf(asked('contacted'), { ...asked('complaint'), showIf: { contacted: 'perhaps' } })).toEqual([
    'item-unreachable complaint',
  ])
  expect(faultsOf(asked('contacted'), asked('complaint'))).toEqual([])
})

test('a questionnaire without a required item, and a stem for an item that is not there, are faults', () => {
  expect(checkQuestionnaire(withItems(asked('trust'))).map(({ code }) => code)).toEqual(['no-required-item'])
  const stem = { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: ['gone'] }
  expect(checkQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, stem })).toEqual([{ code: 'stem-item-unknown', at: 'gone' }])
})

test('a scale has its points and its off-scale codes', () => {
  expect([...codesOf(DEFAULT_QUESTIONNAIRE, asked('overall'))]).toEqual(['1', '2', '3', '4', '5', 'na', 'dk'])
  expect([...codesOf(DEFAULT_QUESTIONNAIRE, asked('trust'))]).toEqual(['1', '2', '3', '4', '5', 'dk'])
  expect([...codesOf(DEFAULT_QUESTIONNAIRE, asked('improve'))]).toEqual([])
})

test('an open question that asks for identity needs a stated reason', () => {
  const asking = { ...asked('improve'), en: 'Your passport number?' }
  expect(faultsOf(asking)).toEqual(['asks-identity improve'])
  expect(faultsOf({ ...asking, asksIdentityBecause: ' ' })).toEqual(['asks-identity improve'])
  expect(faultsOf({ ...asking, asksIdentityBecause: 'The embassy asks us to compare lost passports.' })).toEqual([])
})
