import { type MessageFault, messageFault } from '@wayproof/evidence/conversation/written-message'
import { LONGEST_CONTACT, REPORTERS, type Reporter } from '@wayproof/evidence/whistle-blowing/whistle-report'

type Fields = Readonly<Record<string, string>>

interface ReportFaults {
  readonly reporter?: 'required'
  readonly text?: MessageFault
  readonly contact?: 'too-long'
}

/** The state of the form: blank at first, later the input and its faults. */
export interface TypedReport {
  readonly fields: Fields
  readonly faults: ReportFaults
}

export const NOTHING_TYPED: TypedReport = { fields: {}, faults: {} }

interface ReadReport {
  readonly reporter: Reporter
  readonly text: string
  readonly contact: string | null
}

/** Reads the report from the form fields, or the fault of each. An empty contact means none. */
export function readReport(fields: Fields): { readonly read: ReadReport } | { readonly faults: ReportFaults } {
  const reporter = REPORTERS.find((candidate) => candidate === fields.reporter)
  const text = fields.text ?? ''
  const contact = (fields.contact ?? '').trim()
  const textFault = messageFault(text)
  const isTooLong = contact.length > LONGEST_CONTACT
  if (reporter && textFault === null && !isTooLong)
    return { read: { reporter, text, contact: contact === '' ? null : contact } }
  const faults = {
    ...(!reporter && { reporter: 'required' as const }),
    ...(textFault !== null && { text: textFault }),
    ...(isTooLong && { contact: 'too-long' as const }),
  }
  return { faults }
}
