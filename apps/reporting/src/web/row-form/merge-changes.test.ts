import { expect, test } from 'vitest'
import { mergeChanges } from './row-form.tsx'

const row = {
  seen: { id: 'P1', level: 'high', note: 'old', day: '' },
  typed: { id: 'P1', level: 'high', note: 'mine', day: '2026-05-01' },
}
const changes = [
  { field: 'level', now: 'low' },
  { field: 'note', now: 'theirs' },
]
const seen = { id: 'P1', level: 'low', note: 'theirs', day: '' }

test('fields that only others changed are taken over, and fields that both changed get the chosen text', () => {
  expect(mergeChanges(row, changes, 'mine')).toEqual({
    seen,
    typed: { id: 'P1', level: 'low', note: 'mine', day: '2026-05-01' },
  })
  expect(mergeChanges(row, changes, 'theirs')).toEqual({
    seen,
    typed: { id: 'P1', level: 'low', note: 'theirs', day: '2026-05-01' },
  })
})

test('nothing that the user typed in another field is lost', () => {
  expect(mergeChanges(row, [], 'theirs')).toEqual(row)
})
