import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type CorrectionFault, correctionFault, dueDayUnder } from './case-facts.ts'
import type { CaseFacts, RightsPorts } from './ports.ts'

export interface CorrectCase {
  readonly id: Id
  readonly facts: CaseFacts
  readonly reason: string
  /** Name of the correcting user. */
  readonly by: string
  /** Founding day of the company; null disables the check. */
  readonly founded: CalendarDate | null
}

type Fault = CorrectionFault | { readonly code: 'case-unknown' | 'reason-missing' | 'changed-meanwhile' }

/**
 * Corrects kind, law, channel or day of receipt of a case, and its due day. The old values are stored in the history.
 */
export async function correctCase(
  { rights, clock, timeZone }: Pick<RightsPorts, 'rights' | 'clock' | 'timeZone'>,
  { id, facts, reason, by, founded }: CorrectCase,
): Promise<Outcome<null, Fault>> {
  const sealedConversation = await rights.conversation({ id })
  if (!sealedConversation) return fail('case-unknown')
  const why = reason.trim()
  if (why === '') return fail('reason-missing')
  const today = dateAt(clock.now(), timeZone)
  const fault = correctionFault(sealedConversation.case, facts, { first: founded, today })
  if (fault) return fail(fault.code)
  const { kind, regime, channel, receivedOn, extendedOn } = sealedConversation.case
  const before = { kind, regime, channel, receivedOn }
  const change = { day: today, by, reason: why, before, after: facts }
  const isDone = await rights.correctCase(id, change, dueDayUnder(facts, extendedOn !== null))
  return isDone ? ok(null) : fail('changed-meanwhile')
}
