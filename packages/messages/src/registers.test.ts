import type { FileFault, RowFault, RowFaultCode, TableFault } from '@wayproof/evidence/import/table-fault'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { describe, expect, test } from 'vitest'
import { formatExample } from './format-example.ts'
import { messages } from './messages.ts'

const row = (code: RowFaultCode, changes: Partial<RowFault> = {}): RowFault => ({
  rowNumber: 1234,
  column: 'Day',
  code,
  text: '2026-02-30',
  expected: 'M/D/YYYY',
  ...changes,
})

const files: FileFault[] = [
  { code: 'binary' },
  { code: 'xlsb' },
  { code: 'ods' },
  { code: 'empty-file' },
  { code: 'no-rows' },
  { code: 'not-csv', figures: { row: 1234 } },
  { code: 'bad-encoding', figures: { expected: 'utf-8', found: '' } },
  { code: 'bad-encoding', figures: { expected: 'utf-8', found: 'utf-16le' } },
  { code: 'too-large', figures: { megabytes: 256 } },
  { code: 'too-many-rows', figures: { rows: 500_000 } },
  { code: 'column-missing', columns: ['Id', 'Day'] },
  { code: 'column-misspelt', misspelt: [{ heading: 'enDay', meant: 'endDay' }] },
  { code: 'column-twice', columns: ['Id'] },
  { code: 'column-unknown', columns: ['Salary'] },
]

test('a format is shown as an example', () => {
  expect(['M/D/YYYY', 'YYYYMMDD', 'YYYY, YYYY-MM, D.M.YYYY', 'YYYY-MM-DDThh:mm:ss+hh:mm'].map(formatExample)).toEqual([
    '12/31/2026',
    '20261231',
    '2026, 2026-12, 31.12.2026',
    '2026-12-31T09:30:00+08:00',
  ])
})

test('an invalid day is reported in both languages with row, column, found and accepted values', () => {
  expect(messages('en').registers.rowFault(row('bad-day'))).toBe(
    'Row 1234, Day: “2026-02-30” is not a valid date (example: 12/31/2026).',
  )
  expect(messages('zh-CN').registers.rowFault(row('bad-day'))).toBe(
    '第 1234 行“Day”列：“2026-02-30”不是有效日期（例如 12/31/2026）。',
  )
})

test('a repeated row names the other row, and a fault of a whole row names no column', () => {
  const duplicate = row('duplicate', { text: 'p1', otherRow: 7 })
  expect(messages('en').registers.rowFault(duplicate)).toContain('“p1” is already in row 7')
  expect(messages('zh-CN').registers.rowFault(duplicate)).toContain('“p1”与第 7 行重复')
  const cells = row('too-many-cells', { column: null, text: '5', expected: '3' })
  expect(messages('en').registers.rowFault(cells)).toBe('Row 1234: 5 cells, but the header has 3.')
  expect(messages('zh-CN').registers.rowFault(cells)).toBe('第 1234 行：有 5 个单元格，多于表头的 3 个。')
})

test('a range is written in words', () => {
  const number = (expected: string) => messages('en').registers.rowFault(row('bad-number', { text: 'x', expected }))
  expect(['0..100', '0..', '..9', '..'].map(number).map((text) => text.slice('Row 1234, Day: “x” is '.length))).toEqual(
    ['not a number from 0 to 100.', 'not a number of 0 or more.', 'not a number of 9 or less.', 'not a number.'],
  )
})

describe.each(LOCALES)('in %s', (locale) => {
  const { fileFault } = messages(locale).registers

  test('every fault of a file is one complete sentence', () => {
    for (const fault of files) {
      const text = fileFault(fault as TableFault)
      expect(text).toMatch(/[.。）)]$/)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  test('the report of a file with invalid rows has their number, and says if only some are listed', () => {
    const rows = [row('required')]
    expect(fileFault({ code: 'bad-rows', rows, total: 1 })).not.toContain('100')
    expect(fileFault({ code: 'bad-rows', rows: Array(100).fill(rows[0]), total: 1234 })).toMatch(/1,234.*100/)
  })
})

test('an invisible character is named, because it could reverse the sentence about it', () => {
  const fault = row('bad-character', { text: 'P-9\u202e13' })
  const file: FileFault = { code: 'bad-encoding', figures: { expected: 'utf-8', found: 'utf-16le' } }
  for (const locale of LOCALES) {
    const { cellFault, fileFault } = messages(locale).registers
    expect(cellFault(fault)).toContain('“P-9[U+202E]13”')
    expect(fileFault(file)).toContain('CSV UTF-8')
  }
})
