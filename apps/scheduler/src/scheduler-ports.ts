import type { ComparePage, FetchPage } from '@wayproof/evidence'
import type { Clock, Ids, Instant, PeriodKey, Tokens } from '@wayproof/kernel'
import type { ClockGuard } from '@wayproof/kernel/clock-guard'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Log } from '@wayproof/kernel/operation-log'
import type {
  DkimSigner,
  DomainLimit,
  LetterRenderer,
  RateWindow,
  RepeatedWork,
  Transport,
  Urls,
} from '@wayproof/letters'
import type { ReportPrinter } from '@wayproof/letters/pdf'
import type { Rules } from '@wayproof/scorecard'
import type { Store } from '@wayproof/store'

/** The line that a failure makes in the log, but for its error; it tells one failure from another. */
export type FailureLine = Readonly<Record<string, unknown>> & { readonly event: string }

/** Hears of every try, and tells of what matters. */
export interface FailureLog {
  failed(line: FailureLine, error: unknown): void
  worked(line: FailureLine): void
}

/** Hears of work that is tried again and again, and asks the officers where it keeps failing. */
export interface FailingWork {
  failed(work: RepeatedWork, error: unknown): Promise<void>
  /** `proven`: it was carried out, and not only passed over while another try waits. */
  worked(work: RepeatedWork, proven: boolean): Promise<void>
}

/** Ports of the calendar's jobs. */
export interface CalendarPorts {
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
    | 'usersOf'
    | 'outbox'
    | 'editions'
    | 'officers'
    | 'anonymity'
    | 'retention'
    | 'rights'
    | 'reports'
    | 'policies'
    | 'questions'
    | 'mailTests'
  >
  /** In a look of the calendar it throws once the clock jumped, so that nothing is done at a wrong time. */
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  readonly timeZone: string
  /** Public addresses that letters link to. */
  readonly urls: Urls
  readonly rules: Rules
  /** Makes the PDF of an edition; absent, editions have none. */
  readonly reportPrinter?: Pick<ReportPrinter, 'print'> | undefined
  /** Kept from look to look; absent, every failure is told. */
  readonly failures?: FailureLog | undefined
  readonly log: Log
}

/** Ports of a calendar run. */
export interface LookPorts extends CalendarPorts {
  readonly clockGuard: ClockGuard
  /** Kept from look to look; absent, nobody is asked about what keeps failing. */
  readonly failing?: FailingWork | undefined
}

/** Ports for checking policy pages. */
export interface WatcherPorts {
  readonly store: Pick<Store, 'policies' | 'facts'>
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

/** Ports for processing bounces. */
export interface BouncePorts {
  readonly store: Pick<Store, 'markReported' | 'survey'>
  readonly clock: Clock
  readonly keyring: Keyring
  readonly log: Log
}

/** A date of the calendar that has come. */
export interface DueRun {
  readonly period: PeriodKey
  /** When the calendar had it. */
  readonly at: Instant
  readonly now: Instant
}

export interface DeliveryLoopPorts {
  readonly store: Pick<Store, 'outbox' | 'organisation' | 'survey' | 'questions'>
  /** Shared with the calendar; absent, nobody is asked about what keeps failing. */
  readonly failing?: FailingWork | undefined
  readonly transport: Transport
  readonly clock: Clock
  /** While it does not trust the clock, letters of waves wait. */
  readonly clockGuard: Pick<ClockGuard, 'trusts'>
  readonly keyring: Keyring
  readonly render: LetterRenderer
  /** Absent, letters go out unsigned. */
  readonly signer?: DkimSigner | undefined
  readonly urls: Urls
  /** Null: the organization's contact address. */
  readonly mailFrom: string | null
  /** Base of the letters' envelope senders; null: they go out from the sender in From. */
  readonly bounceAddress: string | null
  /** Absent, a domain gets as many letters at once as there are workers. */
  readonly domains?: DomainLimit | undefined
  /** Letters sent at once; absent, five. */
  readonly workers?: number | undefined
  /** Absent, letters go out as fast as the mail server takes them. */
  readonly rate?: RateWindow | undefined
  readonly isSendingHour?: ((at: Instant) => boolean) | undefined
  /** Milliseconds until a deferred letter is tried a second time. */
  readonly firstWait: number
  /** Milliseconds that a claimed letter is kept; absent, a minute. */
  readonly lease?: number | undefined
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly log: Log
}
