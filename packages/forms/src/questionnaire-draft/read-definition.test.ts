import { expect, test } from 'vitest'
import { DEFAULT_QUESTIONNAIRE } from '../questionnaire/default-questionnaire.ts'
import { LONGEST_DEFINITION, readDefinition } from './read-definition.ts'

const { id } = DEFAULT_QUESTIONNAIRE
const faultOf = (text: string) => {
  const read = readDefinition(text, id)
  return read.ok ? null : read.fault
}

test('an exported version is read as it was, also with a byte order mark', () => {
  const text = JSON.stringify(DEFAULT_QUESTIONNAIRE, null, 2)
  expect(readDefinition(`\uFEFF${text}`, id)).toEqual({ ok: true, value: DEFAULT_QUESTIONNAIRE })
})

test('a file that is no questionnaire is refused with the places that are wrong', () => {
  const { items, ...rest } = DEFAULT_QUESTIONNAIRE
  const broken = { ...rest, items: items.map((item, nth) => (nth === 3 ? { ...item, en: 7 } : item)) }
  expect(faultOf(JSON.stringify(broken))).toEqual({ code: 'definition-malformed', places: ['items.3.en'] })
  expect(faultOf('[1]')).toEqual({ code: 'definition-malformed', places: [''] })
  expect(faultOf('{"items": [\n')).toEqual({ code: 'json-broken', figures: { line: 1 } })
  expect(faultOf('{"id": "x",\n"id": "y"}')).toEqual({ code: 'json-key-repeated', figures: { line: 2, key: 'id' } })
  expect(faultOf('['.repeat(100_000))).toEqual({ code: 'json-too-deep', figures: { line: 1 } })
  expect(faultOf(' '.repeat(LONGEST_DEFINITION + 1))).toEqual({ code: 'definition-too-long' })
  expect(faultOf(JSON.stringify({ ...DEFAULT_QUESTIONNAIRE, id: 'staff' }))).toEqual({
    code: 'other-questionnaire',
    id: 'staff',
  })
})
