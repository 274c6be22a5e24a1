import type { ComparePage } from '@wayproof/evidence/policy-watch/compare-page'
import type { FetchPage } from '@wayproof/evidence/policy-watch/ports'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { ClockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import type { Log } from '@wayproof/kernel/operation-log'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { DomainLimit } from '@wayproof/letters/delivery/domain-limit'
import type { RateWindow } from '@wayproof/letters/delivery/rate-window'
import type { DkimSigner } from '@wayproof/letters/dkim/dkim-signer'
import type { HookConfig } from '@wayproof/letters/hook/hook-settings'
import type { SendHook } from '@wayproof/letters/hook/send-hook'
import type { Urls } from '@wayproof/letters/letter/links'
import type { ReportPrinter } from '@wayproof/letters/pdf/report-printer'
import type { RepeatedWork } from '@wayproof/letters/questions/officer-question'
import type { LetterRenderer } from '@wayproof/letters/rendering/render-letter'
import type { Transport } from '@wayproof/letters/smtp/transport'
import type { RecentLanguages } from '@wayproof/messages/added/recent-languages'
import type { PreviewLanguage } from '@wayproof/messages/added/spoken-language'
import type { Store } from '@wayproof/operations/store/open-store'
import type { Rules } from '@wayproof/scorecard/rules'
import type { SurveyPorts } from '@wayproof/survey/ports'
import type { SchedulerFigures } from './health/scheduler-figures.ts'

/** The log line of a failure without its error; it identifies the failing work. */
export type FailureLine = Readonly<Record<string, unknown>> & { readonly event: string }

/** Receives the result of every try, and logs what matters. */
export interface FailureLog {
  failed(line: FailureLine, error: unknown): void
  worked(line: FailureLine): void
}

/** Receives the results of repeated work, and asks the officers about work that keeps failing. */
export interface FailingWork {
  failed(work: RepeatedWork, error: unknown): Promise<void>
  /** `isProven`: the work ran, and was not skipped because another try waits. */
  worked(work: RepeatedWork, isProven: boolean): Promise<void>
}

/** Ports of the calendar's jobs. */
export interface CalendarPorts extends Pick<SurveyPorts, 'smallestWave'> {
  readonly store: Pick<
    Store,
    | 'jobRuns'
    | 'survey'
    | 'facts'
    | 'improvements'
    | 'sealed'
    | 'closing'
    | 'actions'
    | 'organisation'
    | 'brand'
    | 'usersOf'
    | 'outbox'
    | 'editions'
    | 'officers'
    | 'anonymity'
    | 'retention'
    | 'trials'
    | 'auditLog'
    | 'rights'
    | 'reports'
    | 'policies'
    | 'questions'
    | 'mailTests'
    | 'deadlines'
    | 'alerts'
    | 'approvals'
    | 'jobResults'
    | 'hook'
    | 'goalWatches'
    | 'sampleData'
  >
  /** During a calendar run it throws once the clock has jumped, so that nothing happens at a wrong time. */
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  readonly timeZone: string
  readonly urls: Urls
  readonly rules: Rules
  /** Creates the PDF of an edition; without it, editions have none. */
  readonly reportPrinter?: Pick<ReportPrinter, 'print'> | undefined
  /** Makes a PDF for no reader; without it, that is not proven. */
  readonly provePdf?: (() => Promise<void>) | undefined
  /** Absent: there is no web hook. */
  readonly webHook?: HookPorts['webHook']
  /** Kept between runs; without it, every failure is logged. */
  readonly failures?: FailureLog | undefined
  readonly log: Log
}

/** Ports of a calendar run. */
export interface LookPorts extends CalendarPorts {
  /** Without it, nothing is counted for a monitor. */
  readonly figures?: SchedulerFigures | undefined
  readonly clockGuard: ClockGuard
  /** Kept between runs; without it, no one is asked about work that keeps failing. */
  readonly failing?: FailingWork | undefined
}

/** Ports for checking policy pages. */
export interface WatcherPorts {
  readonly store: Pick<Store, 'policies' | 'facts' | 'sampleData'>
  readonly fetchPage: FetchPage
  readonly comparePage: ComparePage
  readonly clock: Clock
  readonly ids: Ids
  readonly timeZone: string
  readonly rules: Rules
  readonly log: Log
}

/** Ports for the nightly database check. */
export interface CheckerPorts {
  readonly store: Pick<Store, 'integrity'>
  readonly clock: Clock
  readonly timeZone: string
  readonly log: Log
}

/** Ports for noting which services work. */
export interface ServicePorts {
  readonly store: Pick<Store, 'services'>
  readonly transport: Transport
  readonly clock: Clock
  readonly clockGuard: Pick<ClockGuard, 'isTrusted'>
}

/** Ports for the messages of the web hook. */
export interface HookPorts {
  readonly store: Pick<Store, 'hook' | 'questions' | 'deadlines' | 'sampleData'>
  readonly clock: Clock
  readonly clockGuard: Pick<ClockGuard, 'isTrusted'>
  readonly timeZone: string
  readonly urls: Urls
  /** Absent: there is no web hook. */
  readonly webHook?: { readonly send: SendHook; readonly config: HookConfig; readonly locale: Locale } | undefined
}

/** Ports for processing bounces. */
export interface BouncePorts {
  readonly store: Pick<Store, 'markReported' | 'survey'>
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Log
}

export interface DueRun {
  readonly period: PeriodKey
  /** The time that the calendar gives. */
  readonly at: Instant
  readonly now: Instant
}

export interface DeliveryLoopPorts {
  /** Without it, nothing is counted for a monitor. */
  readonly figures?: SchedulerFigures | undefined
  readonly store: Pick<Store, 'outbox' | 'organisation' | 'brand' | 'survey' | 'questions' | 'services'>
  /** Shared with the calendar; without it, no one is asked about work that keeps failing. */
  readonly failing?: FailingWork | undefined
  readonly transport: Transport
  readonly clock: Clock
  /** While it does not trust the clock, letters of waves wait. */
  readonly clockGuard: Pick<ClockGuard, 'isTrusted'>
  readonly keyring: Keyring
  readonly render: LetterRenderer
  /** The added languages of letters to travelers. Absent: none. */
  readonly languages?: RecentLanguages | undefined
  /** The language of a test letter, active or not. */
  readonly previewLanguage?: PreviewLanguage | undefined
  /** Without it, letters are not signed. */
  readonly signer?: DkimSigner | undefined
  readonly urls: Urls
  /** Null: the organization's contact address. */
  readonly mailFrom: string | null
  /** Base of the letters' envelope senders; null: they go out from the sender in From. */
  readonly bounceAddress: string | null
  /** Without it, a domain gets as many letters at once as there are workers. */
  readonly domains?: DomainLimit | undefined
  /** Letters sent at once; by default five. */
  readonly workers?: number | undefined
  /** Without it, letters go out as fast as the mail server accepts them. */
  readonly rate?: RateWindow | undefined
  readonly isSendingHour?: ((at: Instant) => boolean) | undefined
  /** Milliseconds until a deferred letter is tried a second time. */
  readonly firstWait: number
  /** Lease of a claimed letter in milliseconds; by default a minute. */
  readonly lease?: number | undefined
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly log: Log
}
