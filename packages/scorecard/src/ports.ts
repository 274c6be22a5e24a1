import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Period, PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { CaseCell } from './cases/case-groups.ts'
import type {
  BreakdownFacts,
  IncidentFacts,
  IncidentMonth,
  LeakCount,
  OrganisationFacts,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  SatisfactionFacts,
  UnitTraining,
} from './facts.ts'
import type { BridgeFacts } from './goals/bridge.ts'
import type { MissingRow } from './goals/missing-row.ts'
import type { IndicatorFacts } from './measures/indicator-facts.ts'
import type { Definitions } from './rule-changes/definitions.ts'
import type { Exclusion } from './rule-changes/exclusion.ts'
import type { TracedRow, TraceQuery } from './sample/traced-row.ts'
import type { Scorecard } from './scorecard.ts'

/** Counts from the registers and the survey. */
export interface FactSource {
  /** The definitions that a half-year is judged by, and the counts under them. */
  forHalfYear(halfYear: PeriodKey): Promise<HalfYearFacts>
}

/** Facts under the definitions of one half-year. `asOf` is the last day that counts. */
export interface HalfYearFacts extends Pick<OrganisationFacts, 'programmeStart'> {
  readonly definitions: Definitions
  /** Rows excluded from these counts. */
  readonly exclusions: readonly Exclusion[]
  publication(asOf: CalendarDate): Promise<PublicationFacts>
  /** Counts end with the quarter; `late` continues to `asOf`. */
  training(quarter: Period, asOf: CalendarDate): Promise<QuarterFacts>
  /** The people due in the quarter by unit, as of the end of `asOf`. */
  trainingByUnit(quarter: Period, asOf: CalendarDate): Promise<readonly UnitTraining[]>
  /** The leaks that count in the year, up to `asOf`. */
  leaks(year: number, asOf: CalendarDate): Promise<readonly LeakCount[]>
  /** Every month from `first` to `last`. */
  incidentMonths(first: PeriodKey, last: PeriodKey): Promise<readonly IncidentMonth[]>
  incidents(year: number, baselineYear: number, asOf: CalendarDate): Promise<IncidentFacts>
  satisfaction(halfYear: Period): Promise<SatisfactionFacts>
  /** Null if the half-year has no wave. */
  breakdown(halfYear: Period): Promise<BreakdownFacts | null>
  partners(year: number, asOf: CalendarDate): Promise<PartnerFacts>
  /** Exact counts of requests, complaints and inquiries received in the half-year. */
  cases(halfYear: Period): Promise<readonly CaseCell[]>
  /** Counts of the half-year as of a day, which may be after its end. */
  indicators(halfYear: Period, today: CalendarDate): Promise<IndicatorFacts>
  missingSurfaces(asOf: CalendarDate): Promise<readonly MissingRow[]>
  missingStaff(quarter: Period, asOf: CalendarDate): Promise<readonly MissingRow[]>
  missingPartners(year: number, asOf: CalendarDate): Promise<readonly MissingRow[]>
  /** How the rows of a goal changed from the start of its period to `asOf`. */
  surfacesBridge(asOf: CalendarDate): Promise<BridgeFacts>
  staffBridge(quarter: Period, asOf: CalendarDate): Promise<BridgeFacts>
  partnersBridge(year: number, asOf: CalendarDate): Promise<BridgeFacts>
  /** The rows behind a figure. */
  tracedRows(query: TraceQuery): Promise<readonly TracedRow[]>
}

export interface ScorecardPorts {
  readonly facts: FactSource
  /** Newest sealed scorecard of a closed half-year; null without a seal. */
  sealed(period: PeriodKey): Promise<Scorecard | null>
  readonly clock: Clock
  /** IANA name; determines the day of a moment. */
  readonly timeZone: string
}
