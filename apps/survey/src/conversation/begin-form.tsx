/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import { FieldErrors, type FieldErrorsProps } from '../components/field-errors.tsx'
import { FORM_ID, Layout } from '../components/layout.tsx'
import type { ProductPage } from '../http/page.ts'

interface BeginFormProps {
  readonly page: ProductPage
  /** The URL path of the form, which is also its action. */
  readonly path: string
  /** Path of the page that finds an existing case by its code. */
  readonly findPath: string
  readonly words: Readonly<Record<'title' | 'find' | 'heading' | 'send', string>>
  readonly lead: ReactNode
  readonly fields: FieldErrorsProps['fields']
  /** Sent with the form: the same form sent twice is one case, but with other contents it is another. */
  readonly formCode: string
  readonly children: ReactNode
}

/** The form with the first message of a new case, which can later be found by its code. */
export function BeginForm({ page, path, findPath, words, lead, fields, formCode, children }: BeginFormProps) {
  const hasFault = fields.some(({ error }) => error !== null)
  return (
    <Layout
      page={page}
      title={hasFault ? `${page.words.errors.titlePrefix}${words.title}` : words.title}
      languages="form"
      path={path}
      hasFooterLinks={false}
    >
      <h1>{words.title}</h1>
      {lead}
      <a className="way" href={`${findPath}?lang=${page.linkLanguage}`}>
        {words.find}
      </a>
      <FieldErrors page={page} heading={words.heading} fields={fields} />
      <form id={FORM_ID} method="post" action={`${path}?lang=${page.linkLanguage}`}>
        <input type="hidden" name="form" value={formCode} />
        {children}
        <button className="go" type="submit">
          {words.send}
        </button>
      </form>
    </Layout>
  )
}
