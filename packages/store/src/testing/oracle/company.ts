import type { RegisterId, RegisterRows } from '@wayproof/evidence'
import fc from 'fast-check'
import { halfSpan, plusDays, type Span, type Zone } from './calendar.ts'

/** When and where a scorecard is asked for. */
export interface Moment {
  readonly year: number
  readonly half: 1 | 2
  readonly span: Span
  /** Local day, and how long after its dawn. */
  readonly today: string
  readonly sinceDawn: number
  readonly zone: Zone
  readonly programmeStart: string
  readonly baselineYear: number | null
}

export type Registers = { readonly [Id in RegisterId]?: readonly RegisterRows[Id][] }

/** A day up to two from one of `days`: mistakes live at the edges. */
export const near = (...days: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([day, by]) => plusDays(day, by))

const HOURS = 3_600_000

const when = fc.record({
  year: fc.constantFrom(2024, 2025),
  half: fc.constantFrom(1 as const, 2 as const),
  zone: fc.constantFrom<Zone>('Asia/Shanghai', 'Pacific/Kiritimati', 'America/Phoenix'),
  sinceDawn: fc.constantFrom(0, 10 * HOURS, 24 * HOURS - 1),
  baseline: fc.constantFrom(null, 1, 2, 0),
})

export const moment: fc.Arbitrary<Moment> = when.chain(({ year, half, zone, sinceDawn, baseline }) => {
  const span = halfSpan(year, half)
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
    })
    .map(({ today, late, begun }) => ({
      ...{ year, half, span, today, sinceDawn, zone },
      programmeStart: begun ? '2020-01-31' : late,
      baselineYear: baseline === null ? null : year - baseline,
    }))
})
