import type { CalendarDate } from '@wayproof/kernel'
import type { Weighable } from '../facts.ts'
import type { PublishedStep } from '../publish/published-step.ts'

/** Registers and other places that an indicator rests on. */
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

/**
 * Cases in whole groups of the smallest size, in the order in which they became countable. `none` is told of a half-year that
 * is over; while it runs, none and a few look alike.
 */
export interface RightsFacts {
  /** Requests (no complaints, no enquiries) due in the period, and of those first answered, or closed, by the due day. */
  readonly requests: { readonly due: number; readonly inTime: number } | 'none'
  /** Days from receipt to the first answer, of requests answered in the period; null: they are too few. */
  readonly days: { readonly median: number; readonly ninetieth: number; readonly cases: number } | 'none' | null
  readonly complaints: number | 'none'
  /** Complaints whose second working day ran out in the period, and those first answered, or closed, by then. */
  readonly complaintAnswers: { readonly due: number; readonly inTime: number } | 'none'
}

/** Reports of whistle-blowers in a half-year. Clocks are counted in whole smallest groups, in the order they ran out. */
export interface WhistleFacts {
  readonly received: number
  /** Received in the half-year before; null while this one runs. */
  readonly before: number | null
  /** Reports whose days to be acknowledged are over, and those of them acknowledged by then. */
  readonly acknowledged: { readonly due: number; readonly inTime: number }
  /** Reports whose days to be closed are over, and those of them closed by then. */
  readonly closed: { readonly due: number; readonly inTime: number }
}

/** Answers to an item of a closed wave; `valid` are 1 to 5. */
export interface ItemFacts {
  readonly item: string
  readonly valid: number
  readonly dontKnow: number
  readonly notApplicable: number
}

/** Answers to whether strangers knew of a trip; who is unsure counts in neither. */
export interface LeakSignal {
  readonly yes: number
  readonly no: number
}

export interface SurveyFacts {
  readonly open: boolean
  /** How finely its estimates may be published. */
  readonly step: PublishedStep
  /** Facts of the rated items; empty while the wave is open. */
  readonly items: readonly ItemFacts[]
  /** Strangers who knew of a trip. */
  readonly signal: LeakSignal | null
  /** The same of the wave before; null without one, or where the question was another. */
  readonly signalBefore: LeakSignal | null
  /** Trust in the company, to be weighted as the headline is; null where it was not asked, or the wave is open. */
  readonly trust: Weighable | null
}

/** What the second-tier indicators of a half-year are judged from: counts up to `asOf`. Null: the register has no row. */
export interface IndicatorFacts {
  readonly asOf: CalendarDate
  readonly policyApprovedOn: CalendarDate | null
  /** Surfaces in scope, by language, and those that the watcher can read. */
  readonly pages: { readonly all: number; readonly watched: number } | null
  readonly collection: { readonly points: number; readonly current: number; readonly minimal: number } | null
  readonly undecidedIncidents: number | null
  /** Notices whose time ran out in the half-year, and those given by then. */
  readonly notices: { readonly due: number; readonly inTime: number } | null
  /** Full-scope assessments of the calendar year. */
  readonly assessments: number | null
  readonly scans: { readonly months: number; readonly scanned: number; readonly penetrationTests: number } | null
  /** Critical findings open for more than 15 days. */
  readonly oldCriticalFindings: number | null
  readonly systems: { readonly withData: number; readonly encrypted: number } | null
  readonly training: { readonly passed: number; readonly atFirst: number } | null
  readonly sessions: { readonly quarters: number; readonly held: number } | null
  readonly rights: RightsFacts | null
  /** Null while nobody holds the office that reads reports. */
  readonly whistle: WhistleFacts | null
  readonly bookings: { readonly count: number; readonly months: number; readonly ofMonths: number } | null
  readonly survey: SurveyFacts | null
  readonly improvements: number
  /** The report on the half-year before; null where the programme had not begun. */
  readonly reports: { readonly due: number; readonly published: number } | null
  readonly partners: { readonly inScope: number; readonly signed: number } | null
  readonly agreementsRegistered: boolean
  readonly audits: { readonly audited: number; readonly passed: number; readonly failedWithoutPlan: number } | null
  /** Findings of audits that were due in the half-year, and those whose action was done by then. */
  readonly auditFindings: { readonly due: number; readonly inTime: number } | null
  /** Published for customers in the half-year; null: the register is empty. */
  readonly education: number | null
  readonly meetings: {
    readonly quarters: number
    /** Quarters with a meeting of which there are minutes. */
    readonly held: number
    readonly actionsAgreed: number
    readonly actionsClosed: number
  } | null
  /** The day of the latest entry up to `asOf`; null without. */
  readonly lastOn: Readonly<Record<EvidenceRegister, CalendarDate | null>>
}
