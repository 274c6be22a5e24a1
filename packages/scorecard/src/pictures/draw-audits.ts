import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { halfYear, lastDay, type PeriodKey, periodKey, year as yearPeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import { asOfDay } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'

/** A partner's audit in one year; null if none was due. */
export type AuditState = 'audited' | 'planned' | 'missing' | null

export interface AuditedPartner {
  /** Key of its row in the register of partners. */
  readonly key: string
  readonly name: string
  /** One for each year of the picture. */
  readonly states: readonly AuditState[]
}

export interface AuditPicture {
  /** Oldest first, from the start of the program or the first audit; the last one is the year of the half-year. */
  readonly years: readonly PeriodKey[]
  readonly partners: readonly AuditedPartner[]
}

const YEARS = 4

/**
 * Lists the partners that were due in the last years and whether each was audited, counted from the current registers.
 * While a year runs, a partner due and not yet audited is planned. Faults: `not-a-half-year`, `half-year-not-begun`.
 */
export async function drawAudits(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<AuditPicture, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const { programmeStart } = await ports.facts.forHalfYear(period)
  const lastYears = Array.from({ length: YEARS }, (_, n) => half.value.year - YEARS + 1 + n)
  const all = await Promise.all(
    lastYears.map(async (year) => {
      const of = year === half.value.year ? half.value : halfYear(year, 2)
      const asOf = asOfDay(of, today)
      const facts = await ports.facts.forHalfYear(periodKey(of))
      const rows = await facts.tracedRows({
        ...{ figure: 'partner-audit' as const, half: of, asOf, quarters: [] },
        baselineYear: facts.definitions.baselineYear ?? year - 1,
      })
      return { year, rows, running: asOf < lastDay(yearPeriod(year)) }
    }),
  )
  // A register that begins later says nothing about the years before.
  const first = all.findIndex(
    ({ year, rows }) => lastDay(yearPeriod(year)) >= programmeStart || rows.some(({ numerator }) => numerator > 0),
  )
  const auditYears = all.slice(first === -1 ? -1 : first)
  const names = new Map(auditYears.flatMap(({ rows }) => rows.map(({ key, label }) => [key, label] as const)))
  const partners = [...names].map(([key, name]) => ({
    key,
    name,
    states: auditYears.map(({ rows, running }): AuditState => {
      const row = rows.find((candidate) => candidate.key === key)
      if (!row) return null
      if (row.numerator > 0) return 'audited'
      return running ? 'planned' : 'missing'
    }),
  }))
  return ok({
    years: auditYears.map(({ year }) => String(year)),
    partners: partners.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  })
}
