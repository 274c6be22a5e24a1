import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Item, Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { addItem, conditionIds, withCondition } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { showsItem } from '@wayproof/survey/answers/answer'
import { expect, test } from 'vitest'
import { numberOf, numbersOf } from '../questionnaire-fields/item-names.ts'
import { TYPE_PANELS } from '../questionnaire-types/type-panels.tsx'
import { conditionTargets } from './show-if-editor.tsx'

const labels = { yes: 'Yes', no: 'No', dontKnow: 'Don’t know' }
const types = Object.keys(TYPE_PANELS) as readonly Item['type'][]
const withNew = (type: Item['type']): { readonly questionnaire: Questionnaire; readonly item: Item } => {
  const item = TYPE_PANELS[type].blank(DEFAULT_QUESTIONNAIRE, 'fresh')
  return { questionnaire: addItem(DEFAULT_QUESTIONNAIRE, item), item }
}

test.each(types)('a condition can name every value of a new question of type %s, and only those', (type) => {
  const { questionnaire, item } = withNew(type)
  const targets = conditionTargets(questionnaire, item, 'en', labels)
  const values = targets.flatMap(({ id, options }) => options.map(({ code }) => `${id} ${code}`))
  const coded = codedItems(questionnaire).filter((question) => question.item === item)
  expect(values.toSorted()).toEqual(coded.flatMap(({ id, codes }) => codes.map((code) => `${id} ${code}`)).toSorted())
  expect(conditionIds(questionnaire, 'fresh')).toEqual(expect.arrayContaining(targets.map(({ id }) => id)))
  for (const { id, options, name } of targets)
    for (const { code } of options) {
      const later = withCondition(TYPE_PANELS.text.blank(questionnaire, 'later'), id, code)
      const whole = addItem(questionnaire, later)
      expect([showsItem(whole, { [id]: code }, later), showsItem(whole, {}, later)]).toEqual([true, false])
      expect(name).toMatch(/^\d+ /)
    }
})

test('a matrix has a number for each statement, and several choices share one', () => {
  const { questionnaire } = withNew('matrix')
  const first = DEFAULT_QUESTIONNAIRE.items.length + 1
  expect([numberOf(questionnaire, 'fresh'), numberOf(questionnaire, 'fresh-2')]).toEqual([first, first + 1])
  expect(numbersOf(questionnaire, ['fresh'], 'en')).toBe(`${first}, ${first + 1}`)
  const several = withNew('several').questionnaire
  expect([numberOf(several, 'fresh.a'), numberOf(several, 'fresh.b'), numberOf(several, 'gone')]).toEqual([
    first,
    first,
    0,
  ])
})
