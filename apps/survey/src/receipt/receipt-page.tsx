/** @jsxRuntime automatic */
import { FieldErrors } from '../components/field-errors.tsx'
import { html, Layout } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import { ContactLine } from '../components/trust-panel.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { ReceiptLink } from './receipt-link.tsx'

/** Asks for a receipt code. `unknown` is a typed code that was not found; the page says so beside the field. */
export function receiptPage(page: Page, unknown: string | null): string {
  const { errors, receipts } = page.words
  const isFaulty = unknown !== null
  return html(
    <Layout
      page={page}
      title={isFaulty ? `${errors.titlePrefix}${receipts.title}` : receipts.title}
      languages="link"
      path={PATHS.receipt}
    >
      <h1>{receipts.title}</h1>
      <FieldErrors
        page={page}
        heading={errors.code}
        fields={[{ id: 'code', label: receipts.label, error: isFaulty ? receipts.unknown : null }]}
      />
      <p className="soft gap">{receipts.text}</p>
      <form method="post" action={`${PATHS.receipt}?lang=${page.linkLanguage}`}>
        <LineField
          id="code"
          name="receipt"
          label={receipts.label}
          hint={receipts.hint}
          fault={isFaulty ? receipts.unknown : null}
          value={unknown ?? ''}
        />
        <button className="go" type="submit">
          {receipts.find}
        </button>
      </form>
      <ContactLine page={page} />
    </Layout>,
  )
}

/** Confirms a change or a withdrawal. */
export function receiptDonePage(page: Page, action: 'corrected' | 'withdrawn'): string {
  const { receipts } = page.words
  return html(
    <Layout page={page} title={receipts[action].title} languages="link">
      <h1>{receipts[action].title}</h1>
      <p>{receipts[action].text}</p>
      {action === 'corrected' && (
        <p>
          <ReceiptLink page={page}>{receipts.link}</ReceiptLink>
        </p>
      )}
    </Layout>,
  )
}
