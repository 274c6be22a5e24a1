import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import type { Item, Questionnaire } from '../questionnaire/questionnaire.ts'
import { withCondition, withItem } from './draft-changes.ts'
import { skippingAnswers, unreachableItems } from './unreachable-answers.ts'

const choice = (id: string, showIf?: Readonly<Record<string, string>>): Item => ({
  ...{ id, role: 'filter', type: 'choice', 'zh-CN': id, en: id },
  ...(showIf ? { showIf } : {}),
  options: ['a', 'b', 'c'].map((value) => ({ value, 'zh-CN': value, en: value })),
})
const of = (items: readonly Item[]): Questionnaire => ({ ...DEFAULT_QUESTIONNAIRE, items })

/** The questions that an answer shows, asked one by one as the survey page does. */
function shown({ items }: Questionnaire, answer: Readonly<Record<string, string>>): readonly string[] {
  const seen: string[] = []
  for (const { id, showIf = {} } of items)
    if (Object.entries(showIf).every(([on, code]) => seen.includes(on) && answer[on] === code)) seen.push(id)
  return seen
}

test('the shipped questionnaire skips one question after two answers', () => {
  expect(unreachableItems(DEFAULT_QUESTIONNAIRE)).toEqual([])
  const [first, ...others] = skippingAnswers(DEFAULT_QUESTIONNAIRE)
  expect(first).toEqual({ item: 'contacted', code: 'no', skips: ['complaint'] })
  expect(others.every(({ item, skips }) => item === 'contacted' && skips[0] === 'complaint')).toBe(true)
})

test('a condition on a later question, or one that contradicts another, makes questions unreachable', () => {
  const [overall] = DEFAULT_QUESTIONNAIRE.items
  const late = overall && withItem(DEFAULT_QUESTIONNAIRE, 'overall', withCondition(overall, 'contacted', 'yes'))
  expect(late && unreachableItems(late)).toEqual(['overall'])
  const items = [choice('p'), choice('q', { p: 'a' }), choice('r', { p: 'b', q: 'a' }), choice('s', { r: 'a' })]
  expect(unreachableItems(of(items))).toEqual(['r', 's'])
})

test('for any conditions, the result is what walking through every answer shows', () => {
  const names = ['p', 'q', 'r', 's']
  const condition = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('a', 'b', 'c'), { maxKeys: 2 })
  const answers = names.reduce<readonly Readonly<Record<string, string>>[]>(
    (all, name) => all.flatMap((answer) => ['a', 'b', 'c'].map((code) => ({ ...answer, [name]: code }))),
    [{}],
  )
  fc.assert(
    fc.property(fc.tuple(condition, condition, condition, condition), (conditions) => {
      const questionnaire = of(names.map((name, nth) => choice(name, conditions[nth])))
      const seen = answers.map((answer) => ({ answer, ids: shown(questionnaire, answer) }))
      const reachable = new Set(seen.flatMap(({ ids }) => ids))
      expect(unreachableItems(questionnaire)).toEqual(names.filter((name) => !reachable.has(name)))
      const skipping = new Map(
        skippingAnswers(questionnaire).map(({ item, code, skips }) => [`${item} ${code}`, skips]),
      )
      for (const item of names)
        for (const code of ['a', 'b', 'c']) {
          const after = new Set(seen.flatMap(({ answer, ids }) => (answer[item] === code ? ids : [])))
          expect(skipping.get(`${item} ${code}`) ?? []).toEqual(
            names.filter((name) => reachable.has(name) && !after.has(name)),
          )
        }
    }),
  )
})
