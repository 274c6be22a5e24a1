import { expect, test } from 'vitest'
import type { Cell, FieldKind } from '../import/field.ts'
import { checkDays } from './check-rows.ts'
import type { CheckContext } from './row-check.ts'

const known: CheckContext = {
  partners: new Map(),
  incidents: new Map(),
  examinations: new Set(),
  surfaces: new Set(),
  versions: new Set(),
  roster: new Set(),
  isPublicAddress: () => true,
  leave: new Map(),
  founded: '2010-06-15',
  // In Shanghai it is already 2 March.
  now: Date.parse('2026-03-01T16:30:00Z'),
  timeZone: 'Asia/Shanghai',
}

const code = (kind: FieldKind, cell: Cell, past = true, changes: Partial<CheckContext> = {}, planned = false) =>
  checkDays(2, [{ name: 'x', kind, required: true, past, planned }], { x: cell }, { ...known, ...changes }).map(
    ({ code, expected }) => `${code} ${expected}`,
  )

test.each<[FieldKind, Cell, string[]]>([
  ['day', '2026-03-02', []],
  ['day', '2026-03-03', ['in-future 2026-03-02']],
  ['day', '2010-06-15', []],
  ['day', '2010-06-14', ['before-founding 2010-06-15']],
  ['month', '2026-03', []],
  ['month', '2026-04', ['in-future 2026-03-02']],
  ['month', '2010-06', []],
  ['month', '2010-05', ['before-founding 2010-06-15']],
  ['partial-date', '2026', []],
  ['partial-date', '2027', ['in-future 2026-03-02']],
  ['partial-date', '2010', []],
  ['partial-date', '2009', ['before-founding 2010-06-15']],
  ['instant', Date.parse('2026-03-01T16:30:00Z'), []],
  ['instant', Date.parse('2026-03-01T16:30:01Z'), ['time-in-future 2026-03-02 00:30:00']],
  ['instant', Date.parse('2026-04-01T00:00:00Z'), ['time-in-future 2026-03-02 00:30:00']],
  ['day', null, []],
])('a %s of %s', (kind, cell, expected) => {
  expect(code(kind, cell)).toEqual(expected)
})

test('a planned day may lie in the future, and without a founding day there is no earliest day', () => {
  expect(code('day', '2030-01-01', false)).toEqual([])
  expect(code('day', '1950-01-01', true, { founded: null })).toEqual([])
})

test('a start may be planned at most 2 years ahead', () => {
  const planned = (day: string) => code('day', day, false, {}, true)
  expect(planned('2028-03-02')).toEqual([])
  expect(planned('2028-03-03')).toEqual(['too-far-ahead 2028-03-02'])
  expect(planned('2099-01-01')).toEqual(['too-far-ahead 2028-03-02'])
})
