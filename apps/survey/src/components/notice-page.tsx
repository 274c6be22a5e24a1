/** @jsxRuntime automatic */
import type { NoticeCode } from '@wayproof/messages/en/survey/survey'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { ReceiptLink } from '../receipt/receipt-link.tsx'
import { html, Layout } from './layout.tsx'
import { ContactLine } from './trust-panel.tsx'

/** Explains why a request failed. Identical for everyone, apart from the language. */
export function noticePage(page: Page, code: NoticeCode, errorId?: string): string {
  const { notices, home, receipts, errorId: idSentence } = page.words
  return html(
    <Layout page={page} title={notices[code].title} languages="link">
      <h1>{notices[code].title}</h1>
      <p>{notices[code].text}</p>
      {code === 'link-used' && (
        <p>
          <ReceiptLink page={page}>{receipts.link}</ReceiptLink>
        </p>
      )}
      {code === 'link-unknown' && (
        <a className="way" href={`${PATHS.home}?lang=${page.linkLanguage}`}>
          {home.link}
        </a>
      )}
      {errorId !== undefined && <p>{idSentence(errorId)}</p>}
      <ContactLine page={page} />
    </Layout>,
  )
}
