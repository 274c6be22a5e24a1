import { expect, test } from 'vitest'
import { verisIncidents } from '../profiles/veris-incidents.ts'
import type { Field } from './field.ts'
import { type ImportProfile, plainProfile } from './profile.ts'
import { rowReader } from './row-reader.ts'
import type { RowFault } from './table-fault.ts'

function read(fields: readonly Field[], profile: ImportProfile, header: string[], record: string[]) {
  const reader = rowReader(header, fields, profile)
  if (!reader.ok) return reader.fault.code
  const faults: RowFault[] = []
  return reader.value(record, 2, (fault) => faults.push(fault)) ?? faults.map(({ column, code }) => `${column} ${code}`)
}

const text = (name: string, required = true): Field => ({ name, kind: 'text', required })

test('a sentinel means no value or another text', () => {
  const profile = {
    ...plainProfile,
    columns: { end: 'End' },
    sentinels: { end: { '12/12/2999': null, today: '2026-01-05' } },
  }
  const end: Field = { name: 'end', kind: 'day', required: false }
  expect(['12/12/2999', 'today', '2026-01-06', ''].map((cell) => read([end], profile, ['End'], [cell]))).toEqual([
    { end: null },
    { end: '2026-01-05' },
    { end: '2026-01-06' },
    { end: null },
  ])
  expect(read([{ ...end, required: true }], profile, ['End'], ['12/12/2999'])).toEqual(['End required'])
})

test('a value map refuses unlisted texts unless it names a value for them', () => {
  const of = { Y: 'yes', '': 'unknown' }
  const strict = { ...plainProfile, columns: { a: 'A' }, values: { a: { of } } }
  const open = { ...strict, values: { a: { of, otherwise: 'other' } } }
  const cells = ['Y', '', 'constructor']
  expect(cells.map((cell) => read([text('a')], strict, ['A'], [cell]))).toEqual([
    { a: 'yes' },
    { a: 'unknown' },
    ['A bad-value'],
  ])
  expect(cells.map((cell) => read([text('a')], open, ['A'], [cell]))).toEqual([
    { a: 'yes' },
    { a: 'unknown' },
    { a: 'other' },
  ])
})

test('a constant needs no column, and an optional field needs no source', () => {
  const profile = { ...plainProfile, columns: { a: 'A' }, constants: { role: 'employee' } }
  expect(read([text('a'), text('role'), text('b', false)], profile, ['A'], ['x'])).toEqual({
    a: 'x',
    role: 'employee',
    b: null,
  })
  expect(() => read([text('a'), text('c')], profile, ['A'], ['x'])).toThrow('nothing about c')
})

test('with several columns the first filled one is read', () => {
  const profile = { ...plainProfile, columns: { a: ['A', 'B'] } }
  expect(read([text('a')], profile, ['B', 'A'], ['b', 'a'])).toEqual({ a: 'a' })
  expect(read([text('a')], profile, ['B', 'A'], ['b', ' '])).toEqual({ a: 'b' })
  expect(read([text('a')], profile, ['B', 'A'], ['', ''])).toEqual(['A, B required'])
})

test('a named item is found anywhere in its list, as a whole item only', () => {
  const field: Field = { name: 'customerData', kind: 'yes-no', required: true }
  const { namedItems = {} } = verisIncidents
  const profile = { ...plainProfile, columns: {}, namedItems }
  const cells = ['Customer', 'Employee|Customer', 'Employee', '', 'Customers', 'customer']
  expect(cells.map((cell) => read([field], profile, ['data_victim'], [cell]))).toEqual(
    [true, true, false, false, false, false].map((customerData) => ({ customerData })),
  )
})

test('a date in parts is as precise as its parts', () => {
  const profile = { ...plainProfile, columns: {}, dateParts: { on: { year: 'y', month: 'm', day: 'd' } } }
  const on: Field = { name: 'on', kind: 'partial-date', required: false }
  const parts = [
    ['2013', '', ''],
    ['2013', '5', ''],
    ['2013', '5', '6'],
    ['', '', ''],
    ['2013', '2', '30'],
    ['', '5', ''],
  ]
  expect(parts.map((record) => read([on], profile, ['y', 'm', 'd'], record))).toEqual([
    { on: '2013' },
    { on: '2013-05' },
    { on: '2013-05-06' },
    { on: null },
    ['y, m, d bad-day'],
    ['y, m, d bad-day'],
  ])
})
