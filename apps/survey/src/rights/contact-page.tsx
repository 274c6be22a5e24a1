/** @jsxRuntime automatic */

import { LONGEST_MESSAGE, type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { parseEmail } from '@wayproof/kernel/people/email'
import { ErrorList } from '../components/error-summary.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { LineField, TextField } from '../components/line-field.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { longestMessage, messageSentence } from '../conversation/message-sentence.ts'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { RightsLink } from './rights-link.tsx'

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

/** @jsxRuntime automatic */
interface ContactFormProps {
  readonly page: Page
  readonly typedContact: TypedContact
  /** Sent with the form: the same form sent twice is one case, but with other contents it is another. */
  readonly formCode: string
}

/** Asks to be contacted. The form contains no link, receipt or answer, and has a URL of its own. */
export function ContactForm({ page, typedContact, formCode }: ContactFormProps) {
  const { form, enquiry } = page.sentences.rights
  const errors = contactSentences(page, typedContact)
  return (
    <>
      <p>{enquiry.text}</p>
      <p className="soft gap">
        <SlotSentence sentence={enquiry.rather}>
          <RightsLink page={page} />
        </SlotSentence>
      </p>
      <form id={FORM_ID} method="post" action={`${PATHS.contact}?lang=${page.linkLanguage}`}>
        <input type="hidden" name="form" value={formCode} />
        <TextField
          id="text"
          label={enquiry.about}
          hint={form.aboutHint(longestMessage(page.locale))}
          fault={errors.text}
          maxLength={LONGEST_MESSAGE}
          value={typedContact.fields.text ?? ''}
        />
        <LineField
          id="email"
          name="email"
          label={enquiry.email}
          hint={enquiry.emailHint}
          fault={errors.email}
          value={(typedContact.fields.email ?? '').slice(0, 320)}
          kind="email"
        />
        <button className="go" type="submit">
          {enquiry.send}
        </button>
      </form>
    </>
  )
}

/** The error sentence of each field of the contact form, or null. */
function contactSentences(
  { sentences: { rights } }: Page,
  { fields, faults }: TypedContact,
): { readonly text: string | null; readonly email: string | null } {
  const { noAddress, notAnAddress } = rights.enquiry
  return {
    text: messageSentence(rights.form, faults.text, fields.text ?? ''),
    email: faults.email ? (faults.email === 'required' ? noAddress : notAnAddress) : null,
  }
}

type Fields = Readonly<Record<string, string>>

interface ContactFaults {
  readonly text?: MessageFault
  readonly email?: 'required' | 'invalid'
}

/** The state of the form: blank at first, later the input and its faults. */
export interface TypedContact {
  readonly fields: Fields
  readonly faults: ContactFaults
}

export const NOTHING_ASKED: TypedContact = { fields: {}, faults: {} }

/** Reads the message and the one mailbox from the form fields, or the fault of each. */
export function readContact(fields: Fields): { readonly text: string; readonly contact: string } | ContactFaults {
  const text = fields.text ?? ''
  const email = (fields.email ?? '').trim()
  const contact = parseEmail(email)
  const textFault = messageFault(text)
  if (textFault === null && contact !== null) return { text, contact }
  return {
    ...(textFault !== null && { text: textFault }),
    ...(contact === null && { email: email === '' ? 'required' : 'invalid' }),
  }
}
