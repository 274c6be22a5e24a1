import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { RightsPorts } from './ports.ts'
import { type ChosenRightsOutcome, closeFault } from './rights-case.ts'

export interface CloseCase {
  readonly id: Id
  readonly outcome: ChosenRightsOutcome
}

/** Closes a case. It accepts no further messages, and its address and texts are scheduled for deletion. */
export async function closeCase(
  { rights, clock, timeZone }: Pick<RightsPorts, 'rights' | 'clock' | 'timeZone'>,
  { id, outcome }: CloseCase,
): Promise<Outcome<null, { readonly code: 'case-unknown' | 'case-closed' | 'outcome-unfit' | 'unanswered' }>> {
  const sealedConversation = await rights.conversation({ id })
  if (!sealedConversation) return fail('case-unknown')
  const fault = closeFault(sealedConversation.case, outcome)
  if (fault !== null) return fail(fault)
  return (await rights.closeCase(id, outcome, dateAt(clock.now(), timeZone))) ? ok(null) : fail('case-closed')
}
