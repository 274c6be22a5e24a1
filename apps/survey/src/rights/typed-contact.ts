import { type MessageFault, messageFault } from '@wayproof/evidence'
import { parseEmail } from '@wayproof/kernel'

type Fields = Readonly<Record<string, string>>

interface ContactFaults {
  readonly text?: MessageFault
  readonly email?: 'required' | 'invalid'
}

/** What the form holds when it is shown: nothing at first, later what was typed and what is wrong with it. */
export interface TypedContact {
  readonly fields: Fields
  readonly faults: ContactFaults
}

export const NOTHING_ASKED: TypedContact = { fields: {}, faults: {} }

/** The message and the one mailbox in the fields of the form, or what is wrong with each. */
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
