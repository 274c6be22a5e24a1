/** @jsxRuntime automatic */
import { html, Layout } from './layout.tsx'
import type { Page } from './page.ts'
import { ReceiptLink } from './receipt-link.tsx'
import { Contact } from './trust-panel.tsx'

/** After an answer is on disk. `receipt` is null when the page is opened again; `address` is where it is used. */
export function thanksPage(page: Page, receipt: string | null, address: string): string {
  const { thanks, contact } = page.words
  return html(
    <Layout page={page} title={thanks.title} languages={receipt === null ? 'link' : 'none'}>
      <h1>{thanks.title}</h1>
      {receipt !== null && (
        <>
          <p>{thanks.receipt}</p>
          <p className="code" translate="no">
            {receipt}
          </p>
          <p>{thanks.keep}</p>
          <p>
            {thanks.use} <ReceiptLink page={page}>{address}</ReceiptLink>
          </p>
          <p className="soft">{thanks.after}</p>
        </>
      )}
      {receipt === null && (
        <p>
          <ReceiptLink page={page}>{page.words.receipts.link}</ReceiptLink>
        </p>
      )}
      <p className="soft">{thanks.done}</p>
      {page.organisation && (
        <p className="soft">
          {contact}
          <Contact page={page} />
        </p>
      )}
    </Layout>,
  )
}
