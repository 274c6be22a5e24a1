import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultProfile } from '../profiles/default-profile.ts'
import { registers } from '../register.ts'
import { proposedDay } from './proposed-day.ts'
import { readTable } from './read-table.ts'

test('a day with its year first is proposed; with its year last only if no other day can be meant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('/', '.', '-'), (days, mark) => {
      const day = addDays('1990-01-01', days)
      const [year = '', month = '', date = ''] = day.split('-')
      const [m, d] = [Number(month), Number(date)]
      for (const text of [`${year}${mark}${m}${mark}${d}`, `${year}年${m}月${d}日`]) expect(proposedDay(text)).toBe(day)
      const isClear = d > 12 || m === d
      for (const text of [`${d}${mark}${m}${mark}${year}`, `${m}${mark}${d}${mark}${year}`])
        expect(proposedDay(text)).toBe(isClear ? day : null)
    }),
  )
})

test.each(['1.3.2025', '2025/2/30', '31/31/2025', '2025/13/1', '25/3/1', '2025/3', 'March 1', '2025/3/1 10:00', ''])(
  'nothing is proposed for %s',
  (text) => expect(proposedDay(text)).toBeNull(),
)

test('a file is read with the proposed days only if a person has accepted them, and other faults stay', async () => {
  async function* source(text: string) {
    yield new TextEncoder().encode(text)
  }
  const { fields } = registers['training-sessions']
  const profile = defaultProfile('training-sessions')
  const file = 'quarter,heldOn\n2026-Q1,2026/2/3\n2026-Q2,12.5.2026\n'
  const read = (text: string, accepts: boolean) =>
    readTable(source(text), fields, accepts ? { ...profile, acceptsProposedDays: true } : profile)
  expect(await read(file, false)).toMatchObject({ ok: false, fault: { total: 2 } })
  expect(await read(file, true)).toMatchObject({
    ok: false,
    fault: { total: 1, rows: [{ code: 'bad-day', rowNumber: 3 }] },
  })
  const clear = file.replace('12.5', '25.5')
  expect(await read(clear, true)).toMatchObject({
    value: { rows: [{ cells: { heldOn: '2026-02-03' } }, { cells: { heldOn: '2026-05-25' } }] },
  })
})
