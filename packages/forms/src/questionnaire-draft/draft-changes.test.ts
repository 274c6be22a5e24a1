import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import type { Item, Questionnaire } from '../questionnaire/questionnaire.ts'
import { checkQuestionnaire } from '../questionnaire/questionnaire-check.ts'
import {
  addItem,
  duplicateItem,
  freeId,
  moveItem,
  removeItem,
  withCondition,
  withoutCondition,
} from './draft-changes.ts'
import { dependentsOf } from './unreachable-answers.ts'

const ids = ({ items }: Questionnaire) => items.map(({ id }) => id)
const anyId = fc.constantFrom(...ids(DEFAULT_QUESTIONNAIRE))

test('a move keeps every question, and the move back restores the order', () => {
  fc.assert(
    fc.property(anyId, fc.integer({ min: -15, max: 15 }), (id, places) => {
      const moved = moveItem(DEFAULT_QUESTIONNAIRE, id, places)
      expect(ids(moved).toSorted()).toEqual(ids(DEFAULT_QUESTIONNAIRE).toSorted())
      if (moved === DEFAULT_QUESTIONNAIRE) return
      expect(ids(moved).indexOf(id)).toBe(ids(DEFAULT_QUESTIONNAIRE).indexOf(id) + places)
      expect(moveItem(moved, id, -places)).toEqual(DEFAULT_QUESTIONNAIRE)
    }),
  )
})

test('a deleted question is named nowhere any more, and others keep their conditions', () => {
  const removed = removeItem(DEFAULT_QUESTIONNAIRE, 'contacted')
  expect(dependentsOf(DEFAULT_QUESTIONNAIRE, 'contacted')).toEqual(['complaint'])
  expect(JSON.stringify(removed)).not.toContain('contacted')
  expect(removed.items.find(({ id }) => id === 'complaint')).not.toHaveProperty('showIf')
  expect(removeItem(DEFAULT_QUESTIONNAIRE, 'notice').stem.appliesTo).not.toContain('notice')
  fc.assert(
    fc.property(anyId, (id) => {
      const codes = checkQuestionnaire(removeItem(DEFAULT_QUESTIONNAIRE, id)).map(({ code }) => code)
      expect(codes.filter((code) => !['no-required-item', 'headline-missing'].includes(code))).toEqual([])
    }),
  )
})

test('a copy stands after its original under the same stem, with an ID of its own', () => {
  const twice = duplicateItem(duplicateItem(DEFAULT_QUESTIONNAIRE, 'notice'), 'notice')
  expect(ids(twice).slice(2, 5)).toEqual(['notice', 'notice-3', 'notice-2'])
  expect(twice.stem.appliesTo.slice(0, 3)).toEqual(['notice', 'notice-3', 'notice-2'])
  expect(checkQuestionnaire(twice)).toEqual([])
  const copied = duplicateItem(DEFAULT_QUESTIONNAIRE, 'overall').items[1]
  expect(copied).toMatchObject({ id: 'overall-2', role: 'driver' })
})

test('a condition that is added and removed leaves the question as it was', () => {
  for (const item of DEFAULT_QUESTIONNAIRE.items)
    expect(withoutCondition(withCondition(item, 'other', 'yes'), 'other')).toEqual(item)
})

const matrix: Item = {
  ...{ id: 'aspects', role: 'driver', type: 'matrix', scale: 'sat5', 'zh-CN': '各方面', en: 'Aspects' },
  rows: ['speed', 'care'].map((id) => ({ id, role: 'driver', 'zh-CN': id, en: id })),
}

test('a copied matrix has statements of its own, and a deleted one leaves no condition on its statements', () => {
  const questionnaire = addItem(DEFAULT_QUESTIONNAIRE, matrix)
  const copied = duplicateItem(questionnaire, 'aspects').items.at(-1)
  expect(copied?.type === 'matrix' && copied.rows.map(({ id }) => id)).toEqual(['speed-2', 'care-2'])
  expect(freeId(questionnaire, 'care')).toBe('care-2')
  const [asked] = DEFAULT_QUESTIONNAIRE.items
  const dependent = asked && addItem(questionnaire, withCondition({ ...asked, id: 'later' }, 'care', '5'))
  expect(dependent && dependentsOf(dependent, 'aspects')).toEqual(['later'])
  const left = dependent && removeItem(dependent, 'aspects').items.at(-1)
  expect(left).toEqual({ ...asked, id: 'later' })
})
