/** @jsxRuntime automatic */
import { acknowledgementDue, type WhistleReport } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { html, Layout } from '../components/layout.tsx'
import { CaseCode } from '../conversation/case-code.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface ReportSentPage {
  readonly page: ProductPage
  readonly sentReport: WhistleReport
  readonly caseCode: string
  /** The URL where the case code is used. */
  readonly address: string
}

/** Shown after a report is on disk: its code. */
export function reportSentPage({ page, sentReport, caseCode, address }: ReportSentPage): string {
  const { sent: words } = messages(page.locale).whistleBlowing
  return html(
    <Layout page={page} title={words.title} languages="none" hasFooterLinks={false}>
      <h1>{words.title}</h1>
      <p>{words.due(day(acknowledgementDue(sentReport.receivedOn), page.locale))}</p>
      <CaseCode
        page={page}
        words={words}
        caseCode={caseCode}
        link={`${PATHS.whistleReport}?lang=${page.linkLanguage}`}
        address={address}
      />
    </Layout>,
  )
}
