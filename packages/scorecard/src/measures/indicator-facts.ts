import type { CalendarDate } from '@wayproof/kernel'
import type { Weighable } from '../facts.ts'

/** Registers and other places that an indicator rests on. */
export const EVIDENCE = [
  'policy-versions',
  'policy-surfaces',
  'collection-points',
  'incidents',
  'security-assessments',
  'security-scans',
  'systems',
  'training',
  'training-sessions',
  'rights-cases',
  'waves',
  'improvements',
  'partners',
  'partner-audits',
  'partner-agreements',
  'privacy-meetings',
  'bookings',
] as const

export type EvidenceRegister = (typeof EVIDENCE)[number]

export interface RightsFacts {
  /** Requests (no complaints, no enquiries) due in the period. */
  readonly due: number
  /** Of those: first answered, or closed, by the due day. */
  readonly inTime: number
  /** Days from receipt to the first answer, of requests answered in the period. */
  readonly days: { readonly median: number; readonly ninetieth: number; readonly cases: number } | null
  readonly complaints: number
}

/** Answers to an item of a closed wave; `valid` are 1 to 5. */
export interface ItemFacts {
  readonly item: string
  readonly valid: number
  readonly dontKnow: number
  readonly notApplicable: number
}

export interface SurveyFacts {
  readonly open: boolean
  /** Of the rated items; empty while the wave is open. */
  readonly items: readonly ItemFacts[]
  /** Strangers who knew of a trip. */
  readonly signal: { readonly yes: number; readonly no: number } | null
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
  /** Full-scope assessments of the calendar year. */
  readonly assessments: number | null
  readonly scans: { readonly months: number; readonly scanned: number; readonly penetrationTests: number } | null
  readonly systems: { readonly withData: number; readonly encrypted: number } | null
  readonly training: { readonly passed: number; readonly atFirst: number } | null
  readonly sessions: { readonly quarters: number; readonly held: number } | null
  readonly rights: RightsFacts | null
  readonly bookings: { readonly count: number; readonly months: number; readonly ofMonths: number } | null
  readonly survey: SurveyFacts | null
  readonly improvements: number
  readonly partners: { readonly inScope: number; readonly signed: number } | null
  readonly agreementsRegistered: boolean
  readonly audits: { readonly audited: number; readonly passed: number; readonly failedWithoutPlan: number } | null
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
