/** @jsxRuntime automatic */
import type { RightsCase } from '@wayproof/evidence/rights/rights-case'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { html, Layout } from '../components/layout.tsx'
import { CaseCode } from '../conversation/case-code.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { CheckForm } from './check-page.tsx'

interface SentPage {
  readonly page: ProductPage
  readonly sentCase: RightsCase
  readonly caseCode: string
  /** The URL where the case code is used. */
  readonly address: string
}

/** Shown after a request is on disk: its code, and the identity check if there is an address. */
export function sentPage({ page, sentCase, caseCode, address }: SentPage): string {
  const { sent: words } = messages(page.locale).rights
  const needsCheck = !sentCase.anonymous && sentCase.status === 'received'
  return html(
    <Layout page={page} title={words.title} languages="none">
      <h1>{words.title}</h1>
      <p>{sentCase.dueOn === null ? words.noTerm : words.due(day(sentCase.dueOn, page.locale))}</p>
      <CaseCode
        page={page}
        words={words}
        caseCode={caseCode}
        link={`${PATHS.rightsCase}?lang=${page.linkLanguage}`}
        address={address}
      />
      {needsCheck && (
        <>
          <h2>{words.check}</h2>
          <CheckForm page={page} caseCode={caseCode} error={null} />
        </>
      )}
    </Layout>,
  )
}
