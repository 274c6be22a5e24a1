import { messageSentence } from '../conversation/message-sentence.ts'
import type { Page } from '../http/page.ts'
import type { TypedContact } from './typed-contact.ts'

/** The error sentence of each field of the contact form, or null. */
export function contactSentences(
  { sentences: { rights } }: Page,
  { fields, faults }: TypedContact,
): { readonly text: string | null; readonly email: string | null } {
  const { noAddress, notAnAddress } = rights.enquiry
  return {
    text: messageSentence(rights.form, faults.text, fields.text ?? ''),
    email: faults.email ? (faults.email === 'required' ? noAddress : notAnAddress) : null,
  }
}
