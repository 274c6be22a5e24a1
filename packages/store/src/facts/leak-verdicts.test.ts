import type { Bookings, Incident } from '@wayproof/evidence'
import { parsePeriod } from '@wayproof/kernel'
import { judgeGoal, RULES } from '@wayproof/scorecard'
import { openExact } from '@wayproof/scorecard/exact-figures'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../testing/engines.ts'
import { saveRegister } from '../testing/save-register.ts'
import { UNSAID } from '../testing/unsaid.ts'
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
  { period, today } = { period: '2025-H2', today: '2026-02-01' },
) {
  const database = await openTestDatabase()
  await saveRegister(database, 'incidents', incidents)
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
