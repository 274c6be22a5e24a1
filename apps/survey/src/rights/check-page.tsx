/** @jsxRuntime automatic */
import { messages } from '@wayproof/messages/messages'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { FieldErrors, LineField } from '../components/line-field.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

interface CheckFormProps {
  readonly page: ProductPage
  readonly caseCode: string
  /** The wrong code as typed; null before a try. */
  readonly error: string | null
}

/** Asks for the emailed code and offers another email. The form contains the case code; no URL does. */
export function CheckForm({ page: { linkLanguage, locale }, caseCode, error }: CheckFormProps) {
  const { check } = messages(locale).rights
  return (
    <form id={FORM_ID} method="post" action={`${PATHS.rightsCheck}?lang=${linkLanguage}`}>
      <input type="hidden" name="case" value={caseCode} />
      <p className="gap">{check.text}</p>
      <LineField
        id="digits"
        name="digits"
        label={check.label}
        hint={check.hint}
        fault={error === null ? null : check.wrong}
        value={error ?? ''}
        kind="digits"
      />
      <button className="go" type="submit">
        {check.button}
      </button>
      <p>
        <button className="lang" type="submit" formAction={`${PATHS.rightsCode}?lang=${linkLanguage}`}>
          {check.again}
        </button>
      </p>
    </form>
  )
}

/** Status of the requested email: sent, or none left today. */
export type MailedLetter = 'sent' | 'none'

interface CheckPage extends Omit<CheckFormProps, 'page'> {
  readonly letter?: MailedLetter
}

/** The form alone: after another email was requested, after a wrong try, or in another language. */
export function checkPage(page: ProductPage, { caseCode, error, letter }: CheckPage): string {
  const { check } = messages(page.locale).rights
  const title = error === null ? check.title : `${page.words.errors.titlePrefix}${check.title}`
  return html(
    <Layout page={page} title={title} languages="form" path={PATHS.rightsCheck}>
      <h1>{check.title}</h1>
      {letter && (
        <p className="trust" role="status">
          {check.mailed[letter]}
        </p>
      )}
      <FieldErrors
        page={page}
        heading={page.words.errors.code}
        fields={[{ id: 'digits', label: check.label, error: error === null ? null : check.wrong }]}
      />
      <CheckForm page={page} caseCode={caseCode} error={error} />
    </Layout>,
  )
}
