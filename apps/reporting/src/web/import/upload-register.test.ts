import { messages } from '@wayproof/messages/messages'
import { describe, expect, it } from 'vitest'
import { readFault } from './read-fault.ts'
import { fitsRepairs, readUpload } from './upload-register.ts'

const en = messages('en')
const zh = messages('zh-CN')

describe('the response to an upload', () => {
  it('counts the rows of a valid file', () => {
    expect(readUpload({ ok: true, report: { rows: 200, added: 12, note: 'x' } })).toEqual({
      ok: true,
      rows: 200,
      counts: [
        ['rows', 200],
        ['added', 12],
      ],
      numberColumns: [],
      absentColumns: [],
      offRoster: { numbers: [], total: 0 },
      preview: [],
      repairs: [],
      goals: [],
      found: null,
      otherLanguages: [],
    })
  })
  it('lists row, column, value and expected value of each error, and counts the others', () => {
    const row = { rowNumber: 7, column: 'startDay', code: 'bad-day', text: '31.2.25', expected: 'YYYY-MM-DD' }
    const answer = { ok: false, fault: { code: 'bad-rows', total: 312 }, rows: [row] }
    expect(readFault(answer, en)).toEqual({
      sentence: '312 errors in the file; nothing was imported. The first 1 are listed.',
      rows: [
        {
          row: 7,
          column: 'startDay',
          reason: '“31.2.25” is not a valid date (example: 2026-12-31).',
          proposal: null,
          repair: null,
        },
      ],
      moreRows: 311,
    })
    const clear = {
      ...answer,
      rows: [
        { ...row, text: '31.3.2025' },
        { ...row, text: '1.3.2025' },
      ],
    }
    expect(readFault(clear, en).rows.map(({ proposal }) => proposal)).toEqual(['2025-03-31', null])
  })
  it('names the columns a file lacks, in the reader’s language', () => {
    const answer = { ok: false, fault: { code: 'column-missing', columns: ['endDay'] }, rows: [] }
    expect(readFault(answer, zh).sentence).toBe('文件缺少以下列：“endDay”。')
    expect(readFault({ ok: false, fault: { code: 'import-busy' }, rows: [] }, zh).sentence).toContain('另有导入')
  })
  it('treats any other response as a failure, with a sentence', () => {
    for (const body of [null, 'ok', {}, { ok: true }, [], { ok: 'true', report: {} }, { fault: { code: 'not-csv' } }]) {
      expect(readUpload(body).ok).toBe(false)
      expect(readFault(body, en).sentence).toBe(en.reporting.registers.refused)
    }
  })
})

it('has room for corrections until the address is longer than a proxy takes', () => {
  const repairs = Array.from({ length: 60 }, (_, n) => ({
    field: 'partner',
    from: `云帆支付有限公司${n}`,
    to: `P${n}`,
  }))
  const room = repairs.findIndex((_, at) => !fitsRepairs(repairs.slice(0, at + 1)))
  expect(room).toBeGreaterThan(20)
  const longest = encodeURIComponent(JSON.stringify(repairs.slice(0, room))).length
  expect(longest).toBeGreaterThan(5_500)
  expect(longest).toBeLessThan(8_000 - 1_000)
})
