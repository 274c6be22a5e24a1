import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, FieldKind } from './field.ts'
import { plainProfile } from './profile.ts'
import { readCell } from './read-cell.ts'
import { quickCell } from './row-reader.ts'

const profile = { ...plainProfile, columns: {} }
const kinds: readonly FieldKind[] = ['text', 'day', 'month', 'yes-no', 'integer', 'list', 'instant']
const fields = kinds.flatMap((kind): Field[] => [
  { name: 'a', kind, required: true, maxLength: 12 },
  { name: 'a', kind, required: false, maxLength: 12, ...(kind === 'text' ? { values: ['yes', '2026-01-05'] } : {}) },
])
const texts = fc.oneof(
  fc.constantFrom(
    '',
    'yes',
    'no',
    '2026-01-05',
    '2026-02-30',
    '2026-01',
    '1',
    '携程',
    '#REF!',
    '\ufeffa',
    ' a',
    'a\u00a0',
  ),
  fc.string({ maxLength: 14 }),
  fc.string({ unit: 'binary', maxLength: 14 }),
)

test('the fast path agrees with the full rule wherever it answers, on the first and on a cached call', () => {
  let answered = 0
  for (const field of fields) {
    const quick = quickCell(field, profile)
    fc.assert(
      fc.property(texts, (text) => {
        for (const cell of [quick(text), quick(text)]) {
          if (cell === undefined) continue
          answered += 1
          expect(cell).toEqual(text === '' ? null : (readCell(text, field, profile) as { value?: unknown }).value)
          expect(text.trim()).toBe(text)
        }
      }),
    )
  }
  expect(answered).toBeGreaterThan(100)
})

test('an error value of a spreadsheet does not take the fast path', () => {
  expect(quickCell({ name: 'a', kind: 'text', required: true }, profile)('#REF!')).toBeUndefined()
})
