import { describe, expect, it } from 'vitest'
import { readUpload } from './upload-register.ts'

describe('the answer to an upload', () => {
  it('counts the rows of a sound file', () => {
    expect(readUpload({ ok: true, report: { rows: 200, added: 12, note: 'x' } })).toEqual({
      ok: true,
      rows: 200,
      counts: [
        ['rows', 200],
        ['added', 12],
      ],
    })
  })
  it('keeps row, column, reason and what was found of every faulty row, and how many there are', () => {
    const row = { rowNumber: 7, column: 'startDay', code: 'bad-day', text: '31.2.25', expected: 'YYYY-MM-DD' }
    const answer = { ok: false, fault: { code: 'bad-rows', total: 312 }, rows: [row] }
    expect(readUpload(answer)).toEqual({
      ok: false,
      code: 'bad-rows',
      columns: [],
      rows: [{ row: 7, column: 'startDay', code: 'bad-day', text: '31.2.25', expected: 'YYYY-MM-DD', otherRow: null }],
      total: 312,
    })
  })
  it('names the columns a file lacks', () => {
    const answer = { ok: false, fault: { code: 'column-missing', columns: ['endDay'] }, rows: [] }
    expect(readUpload(answer)).toMatchObject({ code: 'column-missing', columns: ['endDay'], total: 0 })
  })
  it('takes anything else for a failure', () => {
    for (const body of [null, 'ok', {}, { ok: true }, [], { ok: 'true', report: {} }])
      expect(readUpload(body).ok).toBe(false)
  })
})
