/** @jsxRuntime automatic */
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import type { ReactNode } from 'react'
import { type Page, pageOwner } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { RightsLink } from '../rights/rights-link.tsx'

interface TrustPanelProps {
  readonly page: Page
  /** The last day on which answers are accepted. */
  readonly closesOn: CalendarDate
  /** Minimum number of people behind a published result. */
  readonly smallestGroup: number
  /** The line that is always visible. */
  readonly lead: string
}

/**
 * One line before the first question, which opens to six short ones without a script. They do not say "anonymous", because answers of an open wave can still be
 * linked to people.
 */
export function TrustPanel({ page, closesOn, smallestGroup, lead }: TrustPanelProps) {
  const { trust } = page.words
  return (
    <details className="trust">
      <summary>
        {lead} <u>{trust.heading}</u>
      </summary>
      <dl>
        <Line label={trust.who}>
          {trust.whoText(pageOwner(page))} <Contact page={page} />
        </Line>
        <Line label={trust.why}>{trust.whyText}</Line>
        <Line label={trust.stored}>{trust.storedText}</Line>
        <Line label={trust.seen}>{trust.seenText(smallestGroup)}</Line>
        <Line label={trust.kept}>
          {trust.keptText} <a href={`${PATHS.dataNotice}?lang=${page.linkLanguage}`}>{trust.details}</a>
        </Line>
        <Line label={trust.rights}>
          {trust.rightsText(day(closesOn, page.locale))} <RightsLink page={page} />
        </Line>
      </dl>
    </details>
  )
}

/** The closing line of a page: whom to write to. Nothing where no organization is set up. */
export function ContactLine({ page }: { readonly page: Page }) {
  return (
    page.organisation && (
      <p className="soft">
        {page.words.contact}
        <Contact page={page} />
      </p>
    )
  )
}

export function Contact({ page: { organisation } }: { readonly page: Page }) {
  return organisation && <a href={`mailto:${organisation.contactEmail}`}>{organisation.contactEmail}</a>
}

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
