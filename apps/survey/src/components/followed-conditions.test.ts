import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { expect, test } from 'vitest'
import { followedConditions, MOST_CONDITIONS } from './followed-conditions.ts'
import { groupedItems } from './numbered-items.ts'

const yesNo = (id: string, showIf?: Item['showIf']): Item => ({
  ...{ id, role: 'gate', type: 'yes-no', en: id, 'zh-CN': id },
  ...(showIf && { showIf }),
})
const withItems = (items: readonly Item[], appliesTo: readonly string[] = []): Questionnaire => ({
  ...DEFAULT_QUESTIONNAIRE,
  items,
  stem: { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo },
})
const itemOf = ({ items }: Questionnaire, id: string) => items.find((item) => item.id === id)!
const sectionOf = (questionnaire: Questionnaire) =>
  followedConditions(questionnaire).sectionClass(groupedItems(questionnaire).find(({ stem }) => stem)!)

test('a question is hidden by the option that it depends on, and no other is', () => {
  const { count, leadClass, dependentClass } = followedConditions(DEFAULT_QUESTIONNAIRE)
  expect(count).toBe(1)
  expect([leadClass('contacted', 'yes'), leadClass('contacted', 'no')]).toEqual(['c1', null])
  expect(dependentClass(itemOf(DEFAULT_QUESTIONNAIRE, 'complaint'))).toBe('d1')
  expect(dependentClass(itemOf(DEFAULT_QUESTIONNAIRE, 'overall'))).toBe(null)
})

test('an option of several choices is a lead; its absence cannot be followed', () => {
  const { leadClass, dependentClass } = followedConditions(EVERY_TYPE)
  expect(leadClass('channels.app', 'yes')).toBe('c2')
  expect(dependentClass(itemOf(EVERY_TYPE, 'asked-first'))).toBe('d2')
  const without = withItems(
    EVERY_TYPE.items.map((item) => (item.id === 'asked-first' ? { ...item, showIf: { 'channels.app': 'no' } } : item)),
  )
  expect(followedConditions(without).dependentClass(itemOf(without, 'asked-first'))).toBe(null)
})

test('a question is hidden as well while the question that asks for it is', () => {
  const chain = withItems([yesNo('a'), yesNo('b', { a: 'yes' }), yesNo('c', { b: 'yes' })])
  const { leadClass, dependentClass } = followedConditions(chain)
  expect([leadClass('a', 'yes'), leadClass('b', 'yes')]).toEqual(['c1', 'c2'])
  expect([dependentClass(itemOf(chain, 'b')), dependentClass(itemOf(chain, 'c'))]).toEqual(['d1', 'd1 d2'])
})

test('a section is hidden with its last question, also if each depends on another option', () => {
  const alike = [yesNo('a'), yesNo('b', { a: 'yes' }), yesNo('c', { a: 'yes' })]
  expect(sectionOf(withItems(alike, ['b', 'c']))).toBe('d1')
  const apart = withItems([yesNo('a'), yesNo('b', { a: 'yes' }), yesNo('c', { a: 'no' })], ['b', 'c'])
  expect(sectionOf(apart)).toBe('d3')
  const { leadClass } = followedConditions(apart)
  expect([leadClass('a', 'yes'), leadClass('a', 'no')]).toEqual(['c1 c3', 'c2 c3'])
  expect(sectionOf(withItems([yesNo('a'), yesNo('b', { a: 'yes' }), yesNo('c')], ['b', 'c']))).toBe(null)
})

test('a question that depends on one condition too many is shown', () => {
  const leads = Array.from({ length: MOST_CONDITIONS + 1 }, (_, n) => yesNo(`lead-${n}`))
  const dependents = leads.map(({ id }, n) => yesNo(`then-${n}`, { [id]: 'yes' }))
  const many = withItems([...leads, ...dependents])
  const { count, dependentClass } = followedConditions(many)
  expect(count).toBe(MOST_CONDITIONS)
  expect(dependents.map((item) => dependentClass(itemOf(many, item.id))).at(-1)).toBe(null)
})
