import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { namedAs, type Reopening } from './period-close.ts'
import type { ClosingPorts } from './ports.ts'

export interface ReopenPeriod {
  readonly period: PeriodKey
  readonly reason: string
  readonly by: ActingPerson
}

export type ReopenFault = {
  readonly code: 'period-not-closed' | 'reason-missing' | 'already-reopened' | 'appointment-unconfirmed'
}

/**
 * Reopens a closed half-year for a restatement. The published figures stay until the owners have signed the new ones
 * and another person has closed it.
 */
export async function reopenPeriod(
  { closing, clock, ids }: Pick<ClosingPorts, 'closing' | 'clock' | 'ids'>,
  { period, reason, by }: ReopenPeriod,
): Promise<Outcome<Reopening, ReopenFault>> {
  const { seals, reopening } = await closing.closing(period)
  if (seals.length === 0) return fail('period-not-closed')
  if (reason.trim() === '') return fail('reason-missing')
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  if (reopening) return fail('already-reopened')
  const at = clock.now()
  const next = { id: ids.next(), period, version: seals.length + 1, reason: reason.trim(), at, by: namedAs(by) }
  return (await closing.reopen(next, by.mailbox)) ? ok(next) : fail('already-reopened')
}

export type LeaveFault = { readonly code: 'not-reopened' | 'appointment-unconfirmed' }

/** Withdraws a reopening; the half-year stays as sealed. */
export async function leaveAsSealed(
  { closing, clock }: Pick<ClosingPorts, 'closing' | 'clock'>,
  { period, by }: { readonly period: PeriodKey; readonly by: ActingPerson },
): Promise<Outcome<null, LeaveFault>> {
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  return (await closing.takeBackReopening(period, by, clock.now())) ? ok(null) : fail('not-reopened')
}
