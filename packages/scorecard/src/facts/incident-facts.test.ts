import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { Bookings } from '@wayproof/evidence/registers/bookings'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { expect, it } from 'vitest'
import { monthsOver } from '../goals/equal-parts.ts'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const leak = (id: string, more: Partial<Incident> = {}): Incident => {
  const known = { occurred: '2025-01-05', confirmed: '2025-03-10', disclosure: 'yes', state: 'confirmed' } as const
  return { id, title: id, customerData: true, partnerId: null, ...UNSAID.incident, ...known, ...more }
}

/** Ten bookings a month in 2024, twenty in 2025. */
const BOOKINGS: readonly Bookings[] = [2024, 2025].flatMap((year) =>
  monthsOver(year, `${year}-12-31`).flatMap((month) =>
    ['app', 'web'].map((channel) => ({ month, channel, count: year === 2024 ? 5 : 10 })),
  ),
)

async function count(incidents: readonly Incident[], asOf = '2025-12-31', bookings = BOOKINGS) {
  const database = await openTestDatabase()
  await saveRegister(database, 'incidents', incidents)
  await saveRegister(database, 'bookings', bookings)
  const source = await factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear('2025-H2')
  return source.incidents(2025, 2024, asOf)
}

const at = (text: string) => Date.parse(text)

it('counts a leak in the year of its discovery, before and after its confirmation in the next year', async () => {
  const november = { occurred: '2025-11', discovered: at('2025-11-20T10:00:00+08:00'), confirmed: null }
  const suspected = await count([leak('a', { ...november, state: 'suspected' })])
  expect(suspected).toMatchObject({ currentCount: 0, undecided: 1 })
  const confirmed = await count([leak('a', { ...november, confirmed: '2026-01-10' })])
  expect(confirmed).toMatchObject({ currentCount: 1, undecided: 0, yearAssumed: false })
})

it('counts the day of discovery by the clock of the company', async () => {
  const facts = await count([
    leak('old year', { discovered: at('2024-12-31T23:59:59+08:00') }),
    leak('new year', { discovered: at('2025-01-01T00:00:00+08:00') }),
    leak('next year', { discovered: at('2026-01-01T00:00:00+08:00'), confirmed: '2025' }),
  ])
  expect(facts).toMatchObject({ baselineCount: 1, currentCount: 1 })
  const july = [leak('july', { discovered: at('2025-07-01T00:00:00+08:00'), confirmed: '2025' })]
  expect(await count(july, '2025-06-30')).toMatchObject({ currentCount: 0 })
  expect(await count(july, '2025-07-01')).toMatchObject({ currentCount: 1 })
})

it('counts a leak without a moment of discovery in the year of its confirmation', async () => {
  const facts = await count([
    leak('a', { occurred: '2023-05' }),
    leak('b', { confirmed: '2024-02-01', occurred: null }),
  ])
  expect(facts).toMatchObject({ baselineCount: 1, currentCount: 1, yearAssumed: false })
})

it('counts a leak without a date of confirmation in the year it happened, and flags it', async () => {
  expect(await count([leak('a', { confirmed: null })])).toMatchObject({ currentCount: 1, yearAssumed: true })
})

it('counts leaks, suspicions and cleared incidents separately', async () => {
  const facts = await count([
    leak('leak'),
    leak('suspected', { state: 'suspected', confirmed: null }),
    leak('perhaps disclosed', { disclosure: 'potentially' }),
    leak('rejected', { state: 'rejected' }),
    leak('nothing disclosed', { disclosure: 'no' }),
    leak('no customer', { customerData: false }),
  ])
  expect(facts).toMatchObject({ currentCount: 1, undecided: 2 })
})

it('ignores incidents after the day', async () => {
  const incidents = [leak('march'), leak('july', { confirmed: '2025-07' })]
  expect(await count(incidents, '2025-06-30')).toMatchObject({ currentCount: 1 })
  expect(await count(incidents, '2025-07-31')).toMatchObject({ currentCount: 2 })
})

it('counts leaks and bookings of the months that are over, in both years', async () => {
  const incidents = [leak('march'), leak('july', { confirmed: '2025-07' }), leak('last', { confirmed: '2024-08-01' })]
  expect((await count(incidents, '2025-08-15')).booked).toEqual({
    ...{ months: 7, baselineCount: 0, currentCount: 2, baselineBookings: 70, currentBookings: 140, unbooked: [] },
  })
  expect((await count(incidents, '2025-08-31')).booked).toMatchObject({ months: 8, baselineCount: 1 })
  expect((await count(incidents, '2025-01-30')).booked).toMatchObject({ months: 0, baselineBookings: null })
})

it('knows no bookings of a year that lacks a month, and names the month; a recorded zero is known', async () => {
  const without = BOOKINGS.filter(({ month }) => month !== '2024-03' && month !== '2025-11')
  const { booked } = await count([leak('march')], '2025-12-31', without)
  expect(booked).toMatchObject({ baselineBookings: null, currentBookings: null, unbooked: ['2024-03', '2025-11'] })
  const zeros = [...without, ...['2024-03', '2025-11'].map((month) => ({ month, channel: 'app', count: 0 }))]
  const known = await count([leak('march')], '2025-12-31', zeros)
  expect(known.booked).toMatchObject({ baselineBookings: 110, currentBookings: 220, unbooked: [] })
})

it('distinguishes an empty register from a year without incidents', async () => {
  expect(await count([])).toMatchObject({ registered: true, currentCount: 0 })
  const nothing = await factSource(await openTestDatabase(), { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear(
    '2025-H2',
  )
  expect(await nothing.incidents(2025, 2024, '2025-12-31')).toMatchObject({ registered: false })
})

it('a month is recorded by an incident of any kind or a confirmation, and has its bookings', async () => {
  const database = await openTestDatabase()
  await saveRegister(database, 'incidents', [
    leak('rejected', { state: 'rejected', confirmed: null, discovered: at('2025-02-28T23:59:59+08:00') }),
    leak('confirmed in April', { confirmed: '2025-04-02' }),
    leak('after the last month', { discovered: at('2025-07-01T00:00:00+08:00'), confirmed: '2025-05' }),
    leak('before the first month', { discovered: at('2024-12-31T23:59:59+08:00'), confirmed: '2025-03' }),
  ])
  await saveRegister(database, 'bookings', [...BOOKINGS.filter(({ month }) => month < '2025-03')])
  const records = await database.records()
  await records.emptyMonth.create({
    data: { register: 'incidents', month: '2025-06', confirmedBy: 'Lin', confirmedAt: new Date(0) },
  })
  const facts = await factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear('2025-H1')
  expect(await facts.incidentMonths('2025-01', '2025-06')).toEqual([
    { month: '2025-01', recorded: false, bookings: 20 },
    { month: '2025-02', recorded: true, bookings: 20 },
    { month: '2025-03', recorded: false, bookings: null },
    { month: '2025-04', recorded: true, bookings: null },
    { month: '2025-05', recorded: false, bookings: null },
    { month: '2025-06', recorded: true, bookings: null },
  ])
})
