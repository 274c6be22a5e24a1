import type { BrandStore } from '@wayproof/accounts/brand/brand-store'
import type { BrandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import type { RightsPorts } from '@wayproof/evidence/rights/ports'
import type { WhistlePorts } from '@wayproof/evidence/whistle-blowing/ports'
import type { Ids } from '@wayproof/kernel/id'
import type { CallerAddress } from '@wayproof/kernel/network/caller-address'
import type { Log } from '@wayproof/kernel/operation-log'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { MailReportPorts } from '@wayproof/letters/bounces/process-mail-report'
import type { RecentLanguages } from '@wayproof/messages/added/recent-languages'
import type { PreviewLanguage } from '@wayproof/messages/added/spoken-language'
import type { SampleDataStore } from '@wayproof/operations/sample-data/sample-data-store'
import type { ReportStore } from '@wayproof/oversight/public-reports/report-store'
import type { SurveyPorts } from '@wayproof/survey/ports'
import type { FormLimits, TryLimits } from './http/try-limit.ts'
import type { MailEventCheck } from './mail-events/mail-event-signature.ts'
import type { MailgunCheck } from './mail-events/mailgun-signature.ts'
import type { ReportPdfs } from './report/report-pdfs.ts'

/** External dependencies of the pages. */
export interface SurveyApp {
  readonly survey: Pick<SurveyPorts, 'store' | 'clock' | 'tokens' | 'keyring' | 'timeZone'>
  readonly rights: RightsPorts
  readonly whistle: WhistlePorts
  readonly organisation: { get(): Promise<BrandedOrganisation | null> }
  readonly brand: Pick<BrandStore, 'logo'>
  /** The added languages of pages and letters. */
  readonly languages: RecentLanguages
  /** The language of a preview, active or not. */
  readonly previewLanguage: PreviewLanguage
  readonly sampleData: Pick<SampleDataStore, 'state'>
  readonly publicReports: Pick<ReportStore, 'published' | 'sealed' | 'check'>
  readonly reportPdfs: ReportPdfs
  /** True if search engines may list the published reports. */
  readonly reportsIndexed: boolean
  /** Whether the database is damaged, so that nothing is stored. */
  readonly isReadOnly: () => boolean
  readonly ids: Ids
  readonly tryLimits: TryLimits
  readonly formLimits: FormLimits
  /** Read for the limits of forms only. */
  readonly callerAddress: CallerAddress
  /** The public address, without a trailing slash. */
  readonly surveyUrl: string
  readonly defaultLocale: Locale
  /** Webhook for bounces; null if the mail server reports them in another way. */
  readonly mailEvents: (Pick<MailReportPorts, 'markReported'> & { readonly check: MailEventCheck }) | null
  /** Web hooks for the events of email providers in their own JSON. */
  readonly providerEvents: Pick<MailReportPorts, 'markReported'> & {
    /** The password of Amazon SES, SendGrid and Postmark; null: they are not accepted. */
    readonly password: string | null
    /** Null: Mailgun is not accepted. */
    readonly mailgun: MailgunCheck | null
    /** Shows an operator the address that confirms a subscription of Amazon SNS. */
    readonly showSubscription: (url: string) => void
  }
  /** Writes a line to the access log; the line has no line end. */
  readonly access: (line: string) => void
  /** The operator's log. */
  readonly log: Log
}
