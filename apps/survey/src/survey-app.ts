import type { RightsPorts, WhistlePorts } from '@wayproof/evidence'
import type { Ids, Locale } from '@wayproof/kernel'
import type { Log } from '@wayproof/kernel/operation-log'
import type { MailReportPorts } from '@wayproof/letters'
import type { HealthStore, Organisation, ReportStore } from '@wayproof/store'
import type { SurveyPorts } from '@wayproof/survey'
import type { TryLimits } from './http/try-limit.ts'
import type { MailEventCheck } from './mail-events/mail-event-signature.ts'

/** What the pages need from outside. */
export interface SurveyApp {
  readonly survey: Pick<SurveyPorts, 'store' | 'clock' | 'tokens' | 'keyring' | 'timeZone'>
  readonly rights: RightsPorts
  readonly whistle: WhistlePorts
  readonly organisation: { get(): Promise<Organisation | null> }
  readonly publicReports: Pick<ReportStore, 'published' | 'sealed'>
  readonly health: HealthStore
  readonly ids: Ids
  readonly tries: TryLimits
  /** The public address, without a slash at the end. */
  readonly surveyUrl: string
  readonly defaultLocale: Locale
  /** Mail that came back, told by a mail server; null when it tells in another way. */
  readonly mailEvents: (Pick<MailReportPorts, 'markReported'> & { readonly check: MailEventCheck }) | null
  /** Takes a line of the access log, without its end. */
  readonly access: (line: string) => void
  /** The log of the operator. */
  readonly log: Log
}
