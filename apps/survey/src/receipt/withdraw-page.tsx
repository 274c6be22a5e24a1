/** @jsxRuntime automatic */
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** Asks for confirmation before an answer is deleted. */
export function withdrawPage(page: Page, receipt: string): string {
  const { receipts } = page.words
  const to = (path: string) => `${path}?lang=${page.linkLanguage}`
  return html(
    <Layout page={page} title={receipts.withdrawTitle} languages="form" path={PATHS.withdraw}>
      <h1>{receipts.withdrawTitle}</h1>
      <p>{receipts.withdrawText}</p>
      <form id={FORM_ID} method="post" action={to(PATHS.receipt)}>
        <input type="hidden" name="receipt" value={receipt} />
        <p>
          <button className="go" type="submit" formAction={to(PATHS.withdrawal)}>
            {receipts.withdrawButton}
          </button>
        </p>
        <p>
          <button className="lang" type="submit">
            {receipts.keep}
          </button>
        </p>
      </form>
    </Layout>,
  )
}
