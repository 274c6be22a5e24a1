import { RETENTION_DAYS } from '@wayproof/journal/deletion-proofs/retention-days'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import type { Checklist } from '@wayproof/survey/opening/checklist'
import type { ReactNode } from 'react'
import { html, Layout } from './components/layout.tsx'
import { Contact, ContactLine } from './components/trust-panel.tsx'
import { type Page, pageOwner } from './http/page.ts'
import { PATHS } from './http/paths.ts'
import { ReceiptLink } from './receipt/receipt-link.tsx'
import { RightsLink } from './rights/rights-link.tsx'

/** @jsxRuntime automatic */
/** Links to everything possible without a survey link; `reports` is true if any report is published. */
export function homePage(page: Page, hasReports: boolean): string {
  const { linkLanguage, words, sentences } = page
  const { accessibility, rights, dataNotice, whistleBlowing, report } = sentences
  const links = [
    { path: PATHS.receipt, label: words.receipts.link },
    { path: PATHS.rights, label: rights.link },
    { path: PATHS.dataNotice, label: dataNotice.link },
    { path: PATHS.whistle, label: whistleBlowing.link },
    { path: PATHS.accessibility, label: accessibility.link },
    ...(hasReports ? [{ path: PATHS.reports, label: report.list.title }] : []),
  ]
  return html(
    <Layout page={page} title={words.home.title} languages="link" hasFooterLinks={false}>
      <h1>{words.home.title}</h1>
      <p>{words.home.text}</p>
      {links.map(({ path, label }) => (
        <a key={path} className="way" href={`${path}?lang=${linkLanguage}`}>
          {label}
        </a>
      ))}
      <ContactLine page={page} />
    </Layout>,
  )
}

/** @jsxRuntime automatic */
/** The accessibility statement of the survey's pages: the standard, how it is checked, and the known gaps. */
export function accessibilityPage(page: Page): string {
  const words = page.sentences.accessibility
  return html(
    <Layout page={page} title={words.title} languages="link">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead(pageOwner(page))}</p>
      <h2>{words.standard}</h2>
      <p>{words.standardText}</p>
      <h2>{words.checked}</h2>
      <List items={words.checks} />
      <h2>{words.gaps}</h2>
      <List items={words.knownGaps} />
      <h2>{words.report}</h2>
      <p>{words.reportText}</p>
      <ContactLine page={page} />
    </Layout>,
  )
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

/** @jsxRuntime automatic */
interface DataNoticePage {
  readonly page: Page
  /** The officer's latest statements; null before the first wave. */
  readonly checklist: Checklist | null
  /** IANA name of the organization's time zone. */
  readonly timeZone: string
}

/** Retention of each kind of data in days; null if its end is not a number of days. */
const KEPT_DAYS = {
  traveler: RETENTION_DAYS['last-trip'],
  letter: RETENTION_DAYS.letter,
  draft: null,
  answered: null,
  answer: RETENTION_DAYS['wave-close'],
  request: RETENTION_DAYS['case-texts'],
  record: RETENTION_DAYS['case-record'],
  suppression: null,
} as const

const DAYS_IN_MONTH = 30.44

/** The privacy notice (GDPR 13, PIPL 17) for this program. */
export function dataNoticePage({ page, checklist, timeZone }: DataNoticePage): string {
  const words = page.sentences.dataNotice
  const organisation = pageOwner(page)
  const period = (days: number | null) => (days === null ? '' : words.months(Math.round(days / DAYS_IN_MONTH)))
  return html(
    <Layout page={page} title={words.title} languages="link" hasFooterLinks={false}>
      <h1>{words.title}</h1>
      <p className="soft">{words.lead(organisation)}</p>
      {checklist?.noticeVersion && <p className="soft">{words.version(checklist.noticeVersion)}</p>}
      <Part heading={words.who}>
        <p>
          {words.whoText(organisation)} <Contact page={page} />
        </p>
      </Part>
      <Part heading={words.why}>{words.whyText.map(paragraph)}</Part>
      <Part heading={words.kept}>
        <dl className="told">
          {(Object.keys(KEPT_DAYS) as (keyof typeof KEPT_DAYS)[]).map((row) => {
            const [data, howLong] = words.rows[row]
            return (
              <div key={row}>
                <dt>{data}</dt>
                <dd>{howLong(period(KEPT_DAYS[row]))}</dd>
              </div>
            )
          })}
        </dl>
      </Part>
      <Part heading={words.seen}>{words.seenText.map(paragraph)}</Part>
      {checklist?.personsAbroad != null && (
        <Part heading={words.abroad}>
          <p>{abroad(page, checklist.personsAbroad, dateAt(checklist.confirmedAt, timeZone))}</p>
        </Part>
      )}
      <Part heading={words.rights}>
        <p>
          {words.rightsText} <RightsLink page={page} />
        </p>
        <ReceiptLink page={page}>{page.words.receipts.link}</ReceiptLink>
      </Part>
      <Part heading={words.authority}>
        <p>{words.authorityText}</p>
      </Part>
    </Layout>,
  )
}

function abroad({ locale, sentences }: Page, persons: number, on: string): string {
  const { abroadText, nobodyAbroad } = sentences.dataNotice
  const dayText = day(on, locale)
  return persons === 0 ? nobodyAbroad(dayText) : abroadText(persons, dayText)
}

const paragraph = (text: string) => <p key={text}>{text}</p>

const Part = ({ heading, children }: { readonly heading: string; readonly children: ReactNode }) => (
  <>
    <h2>{heading}</h2>
    {children}
  </>
)
