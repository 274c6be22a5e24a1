import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE as shipped } from './default-questionnaire.ts'
import { checkQuestionnaire } from './questionnaire-check.ts'
import { questionnaireFrom } from './questionnaire-form.ts'

test('the shipped questionnaire has the right structure', () => {
  expect(questionnaireFrom(shipped)).toEqual({ ok: true, value: shipped })
})

test('a structural fault is reported with its path', () => {
  const items = shipped.items.map((item, index) => (index === 2 ? { ...item, en: 5 } : item))
  expect(questionnaireFrom({ ...shipped, items, version: '1' })).toEqual({
    ok: false,
    places: ['version', 'items.2.en'],
  })
  expect(questionnaireFrom(null)).toEqual({ ok: false, places: [''] })
})

test('any value that passes the structure check can be checked without an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const outcome = questionnaireFrom(data)
      if (outcome.ok) checkQuestionnaire(outcome.value)
    }),
  )
})

test('a field named __proto__ is refused with its path, because the schema does not check its value', () => {
  const proto: unknown = JSON.parse('{"__proto__": {"a": 1}}')
  expect(questionnaireFrom({ ...shipped, stem: { ...shipped.stem, translations: proto } })).toEqual({
    ok: false,
    places: ['stem.translations.__proto__'],
  })
  expect(questionnaireFrom({ ...shipped, scales: proto })).toMatchObject({ ok: false })
})
