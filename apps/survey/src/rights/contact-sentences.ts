import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { messageSentence } from '../conversation/message-sentence.ts'
import type { TypedContact } from './typed-contact.ts'

/** The error sentence of each field of the contact form, or null. */
export function contactSentences(
  locale: Locale,
  { fields, faults }: TypedContact,
): { readonly text: string | null; readonly email: string | null } {
  const { noAddress, notAnAddress } = messages(locale).rights.enquiry
  return {
    text: messageSentence(locale, faults.text, fields.text ?? ''),
    email: faults.email ? (faults.email === 'required' ? noAddress : notAnAddress) : null,
  }
}
