import { type CalendarDate, dateAt, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { messageFault, messageText } from '../conversation/written-message.ts'
import type { ExtensionFault } from './extension.ts'
import type { RightsPorts } from './ports.ts'
import { answerFault, type OfficerPurpose, type RightsCase } from './rights-case.ts'
import { sealMessage } from './seal-message.ts'

export type WritingPorts = Pick<RightsPorts, 'rights' | 'clock' | 'tokens' | 'keyring' | 'timeZone'>

export interface ToPerson {
  readonly id: Id
  readonly text: string
  readonly purpose: OfficerPurpose
}

export type WritingFault = {
  readonly code: 'case-unknown' | 'case-closed' | 'identity-unchecked' | 'text-invalid'
}

/** Computes the new due day that a message sets, or the reason why it cannot be sent. */
type TermOf = (rightsCase: RightsCase, today: CalendarDate) => Outcome<CalendarDate | null, ExtensionFault>

/** Writes an officer's message: mailed to the address of the case and stored for the person with the code. */
export async function writeToPerson(
  ports: WritingPorts,
  { id, text, purpose }: ToPerson,
  termOf: TermOf,
): Promise<Outcome<null, WritingFault | ExtensionFault>> {
  const { rights, clock, timeZone } = ports
  const sealedConversation = await rights.conversation({ id })
  if (!sealedConversation) return fail('case-unknown')
  const fault = answerFault(sealedConversation.case)
  if (fault !== null) return fail(fault)
  if (messageFault(text) !== null) return fail('text-invalid')
  const today = dateAt(clock.now(), timeZone)
  const term = termOf(sealedConversation.case, today)
  if (!term.ok) return term
  const message = sealMessage(ports, purpose, messageText(text), today)
  const written = { message, at: startOfDay(today, timeZone), dueOn: term.value }
  return (await rights.addOfficerMessage(id, written)) ? ok(null) : fail('case-closed')
}
