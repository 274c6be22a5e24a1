import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import fc from 'fast-check'
import { halfSpan, monthsOf, plusDays, type Span, type Zone } from './calendar.ts'
import { type RulesCase, rulesCase } from './rules.ts'

/** The moment and place for which a scorecard is requested. */
export interface Moment {
  readonly year: number
  readonly half: 1 | 2
  readonly span: Span
  /** The local day, and the time since its beginning. */
  readonly today: string
  readonly sinceDawn: number
  readonly zone: Zone
  readonly programmeStart: string
  /** The one in force. */
  readonly baselineYear: number | null
  /** The baseline as two people changed it, and as it was set up. */
  readonly baseline: { readonly changed: boolean; readonly year: number | null; readonly atStart: number | null }
  /** The leaks with which the baseline year is sealed, as first sealed and then as restated. */
  readonly seals: readonly number[]
  readonly rules: RulesCase
  /** Months for which the keeper confirmed that no incident happened. */
  readonly emptyMonths: readonly string[]
}

export type Registers = { readonly [Id in RegisterId]?: readonly RegisterRows[Id][] }

/** A day at most two days from one of `days`, because mistakes are likely at the edges. */
export const near = (...days: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([day, by]) => plusDays(day, by))

const HOURS = 3_600_000

const when = fc.record({
  year: fc.constantFrom(2024, 2025),
  half: fc.constantFrom(1 as const, 2 as const),
  zone: fc.constantFrom<Zone>('Asia/Shanghai', 'Pacific/Kiritimati', 'America/Phoenix'),
  sinceDawn: fc.constantFrom(0, 10 * HOURS, 24 * HOURS - 1),
  baseline: fc.constantFrom(null, 1, 2, 0),
  changed: fc.constantFrom(undefined, undefined, undefined, null, 1, 2),
  sealed: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(0, 1, 2, 7, 8, 13, 20), { minLength: 1, maxLength: 3 }) },
  ),
  rules: rulesCase,
})

export const moment: fc.Arbitrary<Moment> = when.chain(
  ({ year, half, zone, sinceDawn, baseline, changed, sealed, rules }) => {
    const span = halfSpan(year, half)
    const back = (years: number | null) => (years === null ? null : year - years)
    const atStart = back(baseline)
    const baselineYear = changed === undefined ? atStart : back(changed)
    // The year itself is not sealed yet.
    const seals = baselineYear !== null && baselineYear < year ? sealed : []
    const { first, last } = span
    return fc
      .record({
        today: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(1, 2, 30, 95).map((days) => plusDays(last, days)) },
          {
            weight: 4,
            arbitrary: fc.constantFrom(0, 5, 36, 89, 90, 91, 92, 120, 150).map((days) => plusDays(first, days)),
          },
          { weight: 1, arbitrary: fc.constant(last) },
        ),
        late: near(plusDays(last, -92), plusDays(first, -40)),
        begun: fc.boolean(),
        emptyMonths: fc
          .oneof(
            fc.constant([]),
            fc.constant([...monthsOf(baselineYear ?? year - 1), ...monthsOf(year)]),
            fc.subarray([...monthsOf(baselineYear ?? year - 1), ...monthsOf(year)], { minLength: 22 }),
            fc.nat(12).map((count) => monthsOf(year).slice(0, count)),
          )
          .map((months) => [...new Set(months)]),
      })
      .map(({ today, late, begun, emptyMonths }) => ({
        ...{ year, half, span, today, sinceDawn, zone, rules, baselineYear, seals, emptyMonths },
        programmeStart: begun ? '2020-01-31' : late,
        baseline: { changed: changed !== undefined, year: baselineYear, atStart },
      }))
  },
)
