import { engines } from '@wayproof/database/testing/engines'
import { type CalendarDate, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { describe, expect, test } from 'vitest'
import { deadlineStore } from './deadline-store.ts'

const timeZone = 'Asia/Shanghai'
const now = momentOn('2026-05-12', 8, timeZone)

describe.each(engines)('deadlines of a new installation on $engine', ({ open }) => {
  async function openCompany({ signedUpOn, sample = false }: { signedUpOn: CalendarDate | null; sample?: boolean }) {
    const database = await open()
    const records = await database.records()
    const names = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example' }
    await records.organisation.create({ data: { ...names, programmeStart: '2024-01-01', sample } })
    const at = new Date(momentOn(signedUpOn ?? '2026-05-12', 7, timeZone))
    const user = { id: 'u', name: 'Lin', email: 'lin@x.example', emailVerified: true, role: 'officer', locale: 'en' }
    if (signedUpOn) await records.user.create({ data: { ...user, createdAt: at, updatedAt: at } })
    const finding = { foundIn: 'A-1', foundOn: '2026-01-01', finding: 'old library', severity: 'high', owner: 'IT' }
    for (const dueOn of ['2026-02-01', '2026-06-01'])
      await records.securityFinding.create({ data: { ...finding, id: dueOn, dueOn, importId: 'i', rowNumber: 2 } })
    const duties = await deadlineStore(database).duties(now, timeZone)
    return duties.map(({ kind, subject, due }) => `${kind} ${subject} ${due.day}`)
  }

  test('nothing that was due before the first sign-up is overdue', async () => {
    expect(await openCompany({ signedUpOn: '2026-05-12' })).toEqual([
      'security-finding 2026-02-01 2026-06-11',
      'security-finding 2026-06-01 2026-06-01',
      'meeting 2026-Q2 2026-06-30',
    ])
  })

  test('records that fell due after the first sign-up stay overdue, also those of sample data', async () => {
    const all = ['freeze 2025-H1 2025-08-29', 'freeze 2025-H2 2026-03-01', 'security-finding 2026-02-01 2026-02-01']
    for (const company of [{ signedUpOn: '2025-01-01' }, { signedUpOn: '2026-05-12', sample: true }] as const)
      expect(await openCompany(company)).toEqual(expect.arrayContaining(all))
  })
})
