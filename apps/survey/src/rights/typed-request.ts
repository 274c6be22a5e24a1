import { type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { RIGHTS_KINDS, type RightsKind } from '@wayproof/evidence/rights/rights-case'
import { RIGHTS_REGIMES, type RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import { parseEmail } from '@wayproof/kernel/people/email'

type Fields = Readonly<Record<string, string>>

interface RequestFaults {
  readonly kind?: 'required'
  readonly regime?: 'required'
  readonly text?: MessageFault
  readonly email?: 'invalid'
}

/** The state of the form: blank at first, later the input and its faults. */
export interface TypedRequest {
  readonly fields: Fields
  readonly faults: RequestFaults
}

export interface ReadRequest {
  readonly kind: RightsKind
  readonly regime: RightsRegime
  readonly text: string
  readonly contact: string | null
}

/** Reads the request from the form fields, or the fault of each. An empty address means none. */
export function readRequest(fields: Fields): ReadRequest | RequestFaults {
  const kind = RIGHTS_KINDS.find((candidate) => candidate === fields.kind)
  const regime = RIGHTS_REGIMES.find((candidate) => candidate === fields.regime)
  const text = fields.text ?? ''
  const email = (fields.email ?? '').trim()
  const contact = email === '' ? null : parseEmail(email)
  const textFault = messageFault(text)
  const isInvalid = email !== '' && contact === null
  if (kind && regime && textFault === null && !isInvalid) return { kind, regime, text, contact }
  return {
    ...(!kind && { kind: 'required' }),
    ...(!regime && { regime: 'required' }),
    ...(textFault !== null && { text: textFault }),
    ...(isInvalid && { email: 'invalid' }),
  }
}

export const isRead = (request: ReadRequest | RequestFaults): request is ReadRequest => 'contact' in request
