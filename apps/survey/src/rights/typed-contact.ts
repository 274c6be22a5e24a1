import { type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { parseEmail } from '@wayproof/kernel/people/email'

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
