import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { WaveFacts } from '../facts.ts'
import type { PublishedStep } from '../publish/published-step.ts'

/** Registers and other sources of indicators. */
export const EVIDENCE = [
  'policy-versions',
  'policy-surfaces',
  'collection-points',
  'incidents',
  'incident-notices',
  'security-assessments',
  'security-scans',
  'security-findings',
  'systems',
  'training',
  'training-sessions',
  'rights-cases',
  'whistle-reports',
  'waves',
  'improvements',
  'privacy-reports',
  'partners',
  'partner-audits',
  'audit-findings',
  'partner-agreements',
  'privacy-meetings',
  'customer-education',
  'bookings',
] as const

export type EvidenceRegister = (typeof EVIDENCE)[number]

/** Cases due in a period, and those of them done in time. */
export interface CasesInTime {
  readonly due: number
  readonly inTime: number
}

/** Exact counts of requests and complaints of an ended half-year. */
export interface RightsFacts {
  /** Requests (no complaints or inquiries), answered or closed by the due day. */
  readonly requests: CasesInTime
  /** Days from receipt to the first answer, for requests answered in the period; null without any. */
  readonly days: { readonly median: number; readonly ninetieth: number; readonly cases: number } | null
  readonly complaints: number
  /** Complaints whose second working day ended in the period, answered or closed by then. */
  readonly complaintAnswers: CasesInTime
}

/** Exact counts of the whistleblower reports of an ended year. */
export interface WhistleFacts {
  readonly received: number
  readonly acknowledged: CasesInTime
  readonly closed: CasesInTime
}

/** Answers to an item of a closed wave; `valid` are 1 to 5. */
export interface ItemFacts {
  readonly item: string
  readonly valid: number
  readonly dontKnow: number
  readonly notApplicable: number
}

/** Answers to the question if strangers knew of a trip; unsure answers count in neither. */
export interface LeakSignal {
  readonly yes: number
  readonly no: number
}

export interface SurveyFacts {
  readonly open: boolean
  /** Finest step at which its estimates may be published. */
  readonly step: PublishedStep
  /** Facts of the rated items; empty while the wave is open. */
  readonly items: readonly ItemFacts[]
  /** Answers on strangers who knew of a trip. */
  readonly signal: LeakSignal | null
  /** Same for the previous wave; null without one, or if the question differed. */
  readonly signalBefore: LeakSignal | null
  /** Trust in the company, weighted like the headline; null if not asked or while the wave is open. */
  readonly trust: Pick<WaveFacts, 'rated' | 'cells' | 'margins'> | null
}

/** Facts for the second-tier indicators of a half-year: counts up to `asOf`. Null if the register is empty. */
export interface IndicatorFacts {
  readonly asOf: CalendarDate
  readonly policyApprovedOn: CalendarDate | null
  /** Surfaces in scope, by language, and those checked automatically. */
  readonly pages: { readonly all: number; readonly watched: number } | null
  /** Forms, and those of them checked within `CHECKED_MONTHS` that use the current notice, or ask only what is needed. */
  readonly collection: { readonly points: number; readonly current: number; readonly minimal: number } | null
  readonly undecidedIncidents: number | null
  /** Notices whose deadline passed in the half-year, and those of them given in time. */
  readonly notices: { readonly due: number; readonly inTime: number } | null
  /** Full-scope assessments of the calendar year. */
  readonly assessments: number | null
  readonly scans: {
    readonly months: number
    /** Months with a scan of every system. */
    readonly scanned: number
    /** Whether any scan by the day was of every system. */
    readonly covered: boolean
    readonly penetrationTests: number
  } | null
  /** Critical findings open for more than 15 days. */
  readonly oldCriticalFindings: number | null
  /** Systems with customer data, and those checked within `CHECKED_MONTHS` and encrypted. */
  readonly systems: { readonly withData: number; readonly encrypted: number } | null
  readonly training: { readonly passed: number; readonly atFirst: number } | null
  readonly sessions: { readonly quarters: number; readonly held: number } | null
  /** Null until the half-year has ended. */
  readonly rights: RightsFacts | null
  readonly hasCaseHandler: boolean
  /** Null except in the second half-year of a year that has ended. */
  readonly whistle: WhistleFacts | null
  /** Bookings of the half-year's months that have begun, and those without any on record; null without any at all. */
  readonly bookings: { readonly count: number; readonly unbooked: readonly PeriodKey[] } | null
  readonly survey: SurveyFacts | null
  readonly improvements: number
  /** The report on the previous half-year; null if the program had not begun. */
  readonly reports: { readonly due: number; readonly published: number } | null
  readonly partners: { readonly inScope: number; readonly signed: number } | null
  readonly agreementsRegistered: boolean
  readonly audits: { readonly audited: number; readonly passed: number; readonly failedWithoutPlan: number } | null
  /** Audit findings due in the half-year, and those whose action was completed in time. */
  readonly auditFindings: { readonly due: number; readonly inTime: number } | null
  /** Publications for customers in the half-year; null if the register is empty. */
  readonly education: number | null
  readonly meetings: {
    readonly quarters: number
    /** Quarters that have a meeting with minutes. */
    readonly held: number
    readonly actionsAgreed: number
    readonly actionsClosed: number
  } | null
  /** Day of the latest entry up to `asOf`; null without any. */
  readonly lastOn: Readonly<Record<EvidenceRegister, CalendarDate | null>>
}
