/** @jsxRuntime automatic */
import { html, Layout } from './layout.tsx'
import type { Page } from './page.ts'
import { Contact } from './trust-panel.tsx'

/** After an answer is on disk. `receipt` is null when the page is opened again. */
export function thanksPage(page: Page, receipt: string | null): string {
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
          <p className="soft">{thanks.use}</p>
        </>
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
