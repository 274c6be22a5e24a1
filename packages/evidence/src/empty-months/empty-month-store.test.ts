import { engines } from '@wayproof/database/testing/engines'
import { momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { fail, ok } from '@wayproof/kernel/outcome'
import { deadlineStore } from '@wayproof/oversight/deadlines/deadline-store'
import { describe, expect, it } from 'vitest'
import type { Incident } from '../registers/incidents/incident.ts'
import { saveRegister } from '../testing/save-register.ts'
import { UNSAID } from '../testing/unsaid.ts'
import { confirmEmptyMonth } from './confirm-empty-month.ts'
import { emptyMonthStore } from './empty-month-store.ts'
import { withdrawEmptyMonth } from './withdraw-empty-month.ts'

const timeZone = 'Asia/Shanghai'
const register = 'incidents'

const incident = (id: string, more: Partial<Incident> = {}): Incident => ({
  ...{ id, title: id, customerData: false, partnerId: null, occurred: null, confirmed: null },
  ...{ disclosure: 'no', state: 'rejected', ...UNSAID.incident, ...more },
})

describe.each(engines)('months without entries on $engine', ({ open }) => {
  async function openRegister(day = '2026-04-10') {
    const database = await open()
    const now = momentOn(day, 9, timeZone)
    const emptyMonths = emptyMonthStore(database, timeZone)
    const ports = { emptyMonths, timeZone, clock: { now: () => now } }
    const confirm = (month: string) => confirmEmptyMonth(ports, { register, month, by: 'Lin' })
    const withdraw = (month: string) => withdrawEmptyMonth(ports, { register, month })
    return { database, now, confirm, withdraw, months: (of: readonly string[]) => emptyMonths.months(register, of) }
  }

  it('a confirmation names its person and day, can be taken back, and is in the audit log', async () => {
    const { database, now, confirm, withdraw, months } = await openRegister()
    expect(await confirm('2026-03')).toEqual(ok(null))
    expect(await months(['2026-02', '2026-03'])).toEqual([
      { month: '2026-02', rows: 0, confirmed: null },
      { month: '2026-03', rows: 0, confirmed: { by: 'Lin', at: now } },
    ])
    expect(await confirm('2026-03')).toEqual(fail('month-not-empty'))
    expect(await withdraw('2026-03')).toEqual(ok(null))
    expect(await withdraw('2026-03')).toEqual(fail('month-not-confirmed'))
    expect(await months(['2026-03'])).toEqual([{ month: '2026-03', rows: 0, confirmed: null }])
    const entries = await (await database.records()).auditEntry.findMany({ orderBy: { number: 'asc' } })
    expect(entries.map(({ act, subject }) => [act, subject])).toEqual([
      ['empty-month-confirmed', '2026-03'],
      ['empty-month-withdrawn', '2026-03'],
    ])
  })

  it('refuses a month that is not over, and one with a row of any kind', async () => {
    const { database, confirm } = await openRegister('2026-03-31')
    for (const month of ['2026-03', '2026-12', '2026', '2026-H1', '2026-13', 'x'])
      expect([month, await confirm(month)]).toEqual([month, fail('month-not-over')])
    await saveRegister(database, register, [incident('a', { occurred: '2026-02' })])
    expect(await confirm('2026-02')).toEqual(fail('month-not-empty'))
  })

  it('a row that is added later stands beside the confirmation', async () => {
    const { database, confirm, months } = await openRegister()
    await confirm('2026-03')
    const discovered = momentOn('2026-03-31', 23, timeZone)
    await saveRegister(database, register, [incident('late', { discovered, confirmed: '2026-05' })])
    expect(await months(['2026-03'])).toMatchObject([{ rows: 1, confirmed: { by: 'Lin' } }])
  })

  it('the keeper is asked for each empty month of an open half-year once it is over', async () => {
    const { database, confirm } = await openRegister()
    const records = await database.records()
    await records.organisation.create({
      data: { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2025-12-10' },
    })
    const asked = async (day: string) => {
      const duties = await deadlineStore(database).duties(momentOn(day, 9, timeZone), timeZone)
      return duties.filter(({ kind }) => kind === 'empty-month').map(({ subject, due }) => `${subject} ${due.day}`)
    }
    const [december, january] = ['2025-12 2026-01-14', '2026-01 2026-02-14']
    expect(await asked('2025-12-31')).toEqual([])
    expect(await asked('2026-01-01')).toEqual([december])
    expect(await asked('2026-02-01')).toEqual([december, january])
    await confirm('2025-12')
    await saveRegister(database, register, [incident('a', { occurred: '2026-01' })])
    expect(await asked('2026-02-01')).toEqual([])
    expect(await asked('2026-03-01')).toEqual(['2026-02 2026-03-14'])
  })
})
