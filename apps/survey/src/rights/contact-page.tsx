/** @jsxRuntime automatic */
import { ErrorList } from '../components/error-list.tsx'
import { html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { ContactForm } from './contact-form.tsx'
import { contactSentences } from './contact-sentences.ts'
import type { TypedContact } from './typed-contact.ts'

/** The contact form on a page of its own: after an error, or in the other language. */
export function contactPage(page: Page, typedContact: TypedContact, formCode: string): string {
  const { form, enquiry } = page.sentences.rights
  const errors = contactSentences(page, typedContact)
  const faultyFields = (['text', 'email'] as const).filter((field) => errors[field] !== null)
  const prefix = faultyFields.length > 0 ? page.words.errors.titlePrefix : ''
  return html(
    <Layout
      page={page}
      title={`${prefix}${enquiry.title}`}
      languages="form"
      path={PATHS.contact}
      hasFooterLinks={false}
    >
      <h1>{enquiry.title}</h1>
      {faultyFields.length > 0 && (
        <ErrorList heading={form.heading}>
          {faultyFields.map((field) => (
            <li key={field}>
              <a href={`#${field}`}>{errors[field]}</a>
            </li>
          ))}
        </ErrorList>
      )}
      <ContactForm page={page} typedContact={typedContact} formCode={formCode} />
    </Layout>,
  )
}
