import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, FieldKind } from './field.ts'
import { DAY_FORMATS, plainProfile } from './profile.ts'
import { readCell, readDateParts, readDay } from './read-cell.ts'

const profile = { ...plainProfile, columns: {} }
const read = (text: string, kind: FieldKind, more: Partial<Field> = {}) => {
  const cell = readCell(text, { name: 'x', kind, required: true, ...more }, profile)
  return cell.ok ? cell.value : cell.fault.code
}

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('every day of three centuries is read back from every format', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...DAY_FORMATS), (day, format) => {
      const [y = '', m = '', d = ''] = day.split('-')
      const short = (text: string) => String(Number(text))
      const written = format
        .replace('YYYY', y)
        .replace(/MM|M/, (part) => (part === 'MM' ? m : short(m)))
        .replace(/DD|D/, (part) => (part === 'DD' ? d : short(d)))
      expect(readDay(written, format)).toBe(day)
    }),
  )
})

test('a day that does not exist is refused', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-5',
    '26-01-05',
    '2026-01-05 ',
    '',
  ]) {
    expect(readDay(text, 'YYYY-MM-DD'), text).toBeNull()
  }
  expect(readDay('2024-02-29', 'YYYY-MM-DD')).toBe('2024-02-29')
  expect(readDay('13/1/2026', 'M/D/YYYY')).toBeNull()
  expect(readDay('13/1/2026', 'D/M/YYYY')).toBe('2026-01-13')
})

test('a day outside 1900 to 2199 is reported as out of range, not as malformed', () => {
  for (const text of ['9999-12-31', '2999-12-12', '0001-01-01', '1800-01-01'])
    expect(read(text, 'day')).toBe('outside-span')
  for (const text of ['1800', '1800-01', '1800-01-01']) expect(read(text, 'partial-date')).toBe('outside-span')
  expect(read('1800-01', 'month')).toBe('outside-span')
  expect(read('1800-01-01T10:00:00Z', 'instant')).toBe('outside-span')
  expect(['1800-02-30', '18000101', '1800'].map((text) => read(text, 'day'))).toEqual(Array(3).fill('bad-day'))
})

test('a partial date keeps its precision', () => {
  expect(['2013', '2013-05', '2013-05-06'].map((text) => read(text, 'partial-date'))).toEqual([
    '2013',
    '2013-05',
    '2013-05-06',
  ])
  expect(['2013-13', '2013-5', '13', '2013-02-30'].map((text) => read(text, 'partial-date'))).toEqual(
    Array(4).fill('bad-day'),
  )
  expect(readDateParts('2013', '5', '')).toBe('2013-05')
  expect(readDateParts('2013', '', '6')).toBeNull()
  expect(readDateParts('2013', '0', '')).toBeNull()
  expect(readDateParts('2013', '2', '30')).toBeNull()
})

test('a moment needs its offset', () => {
  expect(read('2026-03-31T23:59:59+08:00', 'instant')).toBe(Date.UTC(2026, 2, 31, 15, 59, 59))
  expect(read('2026-03-31 15:59:59.5Z', 'instant')).toBe(Date.UTC(2026, 2, 31, 15, 59, 59, 500))
  for (const text of [
    '2026-03-31T23:59:59',
    '2026-02-30T10:00:00Z',
    '2026-03-31T24:00:00Z',
    '2026-03-31',
    '1774972799',
  ]) {
    expect(read(text, 'instant'), text).toBe('bad-instant')
  }
})

test('a number has digits only and stays within its bounds', () => {
  expect(read('-12', 'integer')).toBe(-12)
  expect(read('0.5', 'number')).toBe(0.5)
  expect(read('100', 'integer', { min: 0, max: 100 })).toBe(100)
  for (const text of ['1,000', '1e3', '0x10', '1.0', '١', '', '99999999999999999999', 'NaN']) {
    expect(read(text, 'integer'), text).toBe('bad-number')
  }
  expect(read('101', 'integer', { max: 100 })).toBe('bad-number')
})

test('yes and no are the profile’s words', () => {
  expect(['yes', 'no', 'Yes', '1', 'true'].map((text) => read(text, 'yes-no'))).toEqual([
    true,
    false,
    'bad-value',
    'bad-value',
    'bad-value',
  ])
})

test('a list is sorted, without duplicates or empty items', () => {
  expect(read('zh-CN| en |zh-CN', 'list')).toEqual(['en', 'zh-CN'])
  expect(read('en|', 'list')).toBe('bad-value')
})

test('a text must be an allowed value, short enough and visible', () => {
  expect(read('fail', 'text', { values: ['pass', 'fail'] })).toBe('fail')
  expect(read('Fail', 'text', { values: ['pass', 'fail'] })).toBe('bad-value')
  expect(read('x'.repeat(201), 'text')).toBe('too-long')
  for (const text of ['a\u200bb', 'a\u202eb', 'a\nb', '\ufeffa']) expect(read(text, 'text')).toBe('bad-character')
})
