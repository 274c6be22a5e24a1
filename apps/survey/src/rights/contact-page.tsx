/** @jsxRuntime automatic */
import { messages } from '@wayproof/messages'
import { ErrorList } from '../components/error-list.tsx'
import { html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { ContactForm } from './contact-form.tsx'
import { contactSentences } from './contact-sentences.ts'
import type { TypedContact } from './typed-contact.ts'

/** The contact form on a page of its own: after an error, or in the other language. */
export function contactPage(page: Page, typed: TypedContact, formCode: string): string {
  const { form, enquiry } = messages(page.locale).rights
  const said = contactSentences(page.locale, typed)
  const wrong = (['text', 'email'] as const).filter((field) => said[field] !== null)
  const prefix = wrong.length > 0 ? page.words.errors.titlePrefix : ''
  return html(
    <Layout page={page} title={`${prefix}${enquiry.title}`} languages="form" path={PATHS.contact} foot={false}>
      <h1>{enquiry.title}</h1>
      {wrong.length > 0 && (
        <ErrorList heading={form.heading}>
          {wrong.map((field) => (
            <li key={field}>
              <a href={`#${field}`}>{said[field]}</a>
            </li>
          ))}
        </ErrorList>
      )}
      <ContactForm page={page} typed={typed} formCode={formCode} />
    </Layout>,
  )
}
