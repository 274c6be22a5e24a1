import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { Bookings } from '@wayproof/evidence/registers/bookings'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { expect, it } from 'vitest'
import { openExact } from '../exact.ts'
import { judgeGoal } from '../goals/judge-goal.ts'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

// Verdicts on goal 3 from stored rows: which rows may carry a claim.

const months = (year: number) => Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)

/** Leaks spread evenly over the months. */
const leaksIn = (of: readonly string[], many: number): readonly Incident[] =>
  Array.from({ length: many }, (_, n) => {
    const month = of[n % of.length] ?? ''
    return {
      ...{ id: `${month} ${n}`, title: `${month} ${n}`, customerData: true, partnerId: null, ...UNSAID.incident },
      ...{ occurred: month, confirmed: `${month}-10`, disclosure: 'yes', state: 'confirmed' },
    }
  })

const booked = (of: readonly string[], count: number): readonly Bookings[] =>
  of.map((month) => ({ month, channel: 'app', count }))

async function judged(
  incidents: readonly Incident[],
  bookings: readonly Bookings[] = [],
  { period = '2025-H2', today = '2026-02-01', empty = [] as readonly string[] } = {},
) {
  const database = await openTestDatabase()
  if (incidents.length > 0) await saveRegister(database, 'incidents', incidents)
  const records = await database.records()
  const confirmed = { register: 'incidents', confirmedAt: new Date(0), confirmedBy: 'Lin' }
  await records.emptyMonth.createMany({ data: empty.map((month) => ({ ...confirmed, month })) })
  await saveRegister(database, 'bookings', bookings)
  const assessment = { id: 'yearly', performedOn: '2025-01-05', fullScope: true }
  await saveRegister(database, 'security-assessments', [assessment])
  const half = parsePeriod(period)
  if (!half) throw new Error(period)
  const facts = factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES })
  return openExact(await judgeGoal({ facts }, 'incident-reduction', half, today))
}

it('bookings of one month of the baseline demonstrate nothing', async () => {
  const incidents = [...leaksIn(months(2024), 100), ...leaksIn(months(2025), 48)]
  const verdict = await judged(incidents, [...booked(months(2024).slice(11), 1000), ...booked(months(2025), 1000)])
  expect(verdict).toMatchObject({ verdict: 'met', demonstrated: false, flags: [] })
  expect(verdict.figures).toMatchObject({ rateReduction: null, unbooked: months(2024).slice(0, 11) })
})

it('a value lies in its interval when the bookings of the two years differ', async () => {
  const incidents = [...leaksIn(months(2024), 100), ...leaksIn(months(2025), 50)]
  const verdict = await judged(incidents, [...booked(months(2024), 1000), ...booked(months(2025), 400)])
  expect(verdict).toMatchObject({ verdict: 'met', demonstrated: false, value: 0.5, flags: ['basis-conflict'] })
  expect(verdict.interval?.lower).toBeLessThan(0.5)
  expect(verdict.interval?.upper).toBeGreaterThan(0.5)
  const { rateReduction, rateInterval, evidence } = verdict.figures
  expect(evidence).toBe('compatible')
  expect(rateReduction).toBeCloseTo(-0.25, 12)
  expect(rateInterval?.lower).toBeLessThan(-0.25)
  expect(rateInterval?.upper).toBeLessThan(0.5)
})

it('a running year is compared with the same part of the baseline year, and with the limit of the whole year', async () => {
  const baseline = leaksIn(months(2024), 12)
  const first = leaksIn(months(2025).slice(0, 6), 4)
  const verdict = await judged([...baseline, ...first], [], { period: '2025-H1', today: '2025-06-30' })
  expect(verdict).toMatchObject({ verdict: 'unknown', reason: 'running', demonstrated: null })
  expect(verdict.value).toBeCloseTo(1 - 4 / 6, 12)
  expect(verdict.figures).toMatchObject({ baselineCount: 12, baselineSoFar: 6, cap: 6, evidence: 'too-few' })
  expect(verdict.interval?.lower).toBeLessThanOrEqual(verdict.value ?? 0)
  const many = [...leaksIn(months(2024), 120), ...leaksIn(months(2025).slice(0, 6), 10)]
  const clear = await judged(many, [], { period: '2025-H1', today: '2025-06-30' })
  expect(clear).toMatchObject({ demonstrated: true, value: 1 - 10 / 60 })
})

it('the part of a leap year ends on the same day, and 29 February on the 28th of a year without it', async () => {
  const on = (confirmed: string): Incident => ({ ...leaksIn(['2024-01'], 1)[0]!, id: confirmed, confirmed })
  const leap = [on('2024-02-28'), on('2024-02-29'), on('2024-03-01'), on('2025-01-01')]
  const part = async (today: string) => {
    const { figures } = await judged(leap, [], { period: '2025-H1', today })
    return figures.baselineSoFar
  }
  expect([await part('2025-02-28'), await part('2025-03-01')]).toEqual([1, 3])
  const common = [on('2023-02-28'), on('2023-03-01'), on('2024-01-01')]
  const { figures } = await judged(common, [], { period: '2024-H1', today: '2024-02-29' })
  expect(figures.baselineSoFar).toBe(1)
})

it('a year without a row is unknown until each of its months is confirmed, and no pace follows from it', async () => {
  const baseline = leaksIn(months(2024), 12)
  const silent = await judged(baseline)
  expect(silent).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'nothing-recorded', value: null })
  expect(silent).toMatchObject({ interval: null, demonstrated: null, flags: [] })
  expect(silent.figures.unconfirmed).toEqual(months(2025))
  const partly = await judged(baseline, [], { empty: months(2025).slice(1) })
  expect(partly).toMatchObject({ verdict: 'unknown', reason: 'nothing-recorded' })
  expect(partly.figures.unconfirmed).toEqual(['2025-01'])
  const confirmed = await judged(baseline, [], { empty: months(2025) })
  expect(confirmed).toMatchObject({ verdict: 'met', value: 1 })

  const running = { period: '2025-H1', today: '2025-05-20' }
  const unheard = await judged(baseline, [], running)
  expect(unheard).toMatchObject({ status: 'no-data', reason: 'nothing-recorded', value: null })
  expect(unheard.figures).toMatchObject({ baselineSoFar: null })
  const heard = await judged(baseline, [], { ...running, empty: months(2025).slice(0, 4) })
  expect(heard).toMatchObject({ reason: 'running', value: 1, status: 'green' })
})

it('a rejected incident is a record of its year', async () => {
  const [one] = leaksIn(['2025-03'], 1)
  const verdict = await judged([...leaksIn(months(2024), 12), { ...one!, state: 'rejected', customerData: false }])
  expect(verdict).toMatchObject({ verdict: 'met', value: 1 })
})

it('a silent baseline is unknown too, and so is its silent part', async () => {
  const now = leaksIn(['2025-03'], 1)
  expect(await judged(now)).toMatchObject({ verdict: 'unknown', reason: 'nothing-recorded', value: null })
  expect(await judged(now, [], { empty: months(2024) })).toMatchObject({ verdict: 'missed', flags: ['keep-zero'] })
  const late = [...leaksIn(['2024-11'], 4), ...now]
  const running = { period: '2025-H1', today: '2025-04-10' }
  const part = await judged(late, [], running)
  expect(part).toMatchObject({
    reason: 'running',
    value: null,
    interval: null,
    figures: { baselineSoFar: null, cap: 2 },
  })
  const known = await judged(late, [], { ...running, empty: months(2024).slice(0, 3) })
  expect(known).toMatchObject({ value: null, figures: { baselineSoFar: 0 } })
})

it('nobody has to confirm a month before it is over', async () => {
  const baseline = leaksIn(months(2024), 12)
  const january = await judged(baseline, [], { period: '2025-H1', today: '2025-01-31' })
  expect(january).toMatchObject({ status: 'too-early', value: null })
  const february = await judged(baseline, [], { period: '2025-H1', today: '2025-02-28', empty: ['2025-01'] })
  expect(february).toMatchObject({ reason: 'running', value: 1 })
  const march = await judged(baseline, [], { period: '2025-H1', today: '2025-03-01', empty: ['2025-01'] })
  expect(march).toMatchObject({ reason: 'nothing-recorded', figures: { unconfirmed: ['2025-02'] } })
})
