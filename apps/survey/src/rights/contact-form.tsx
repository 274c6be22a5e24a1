/** @jsxRuntime automatic */
import { LONGEST_MESSAGE } from '@wayproof/evidence/conversation/written-message'
import { FORM_ID } from '../components/layout.tsx'
import { LineField } from '../components/line-field.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { TextField } from '../components/text-field.tsx'
import { longestMessage } from '../conversation/message-sentence.ts'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { contactSentences } from './contact-sentences.ts'
import { RightsLink } from './rights-link.tsx'
import type { TypedContact } from './typed-contact.ts'

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
