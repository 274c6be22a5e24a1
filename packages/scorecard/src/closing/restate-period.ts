import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { ClosingPerson, Reopening } from './period-close.ts'
import type { ClosingPorts } from './ports.ts'

export interface ReopenPeriod {
  readonly period: PeriodKey
  readonly reason: string
  readonly by: ClosingPerson
}

export type ReopenFault = { readonly code: 'period-not-closed' | 'reason-missing' | 'already-reopened' }

/**
 * Takes a closed half-year up again, to restate it. Nothing that is published changes until its owners have signed the
 * new figures and another person has closed it.
 */
export async function reopenPeriod(
  { closing, clock, ids }: Pick<ClosingPorts, 'closing' | 'clock' | 'ids'>,
  { period, reason, by }: ReopenPeriod,
): Promise<Outcome<Reopening, ReopenFault>> {
  const { seals, reopening } = await closing.closing(period)
  if (seals.length === 0) return fail('period-not-closed')
  if (reason.trim() === '') return fail('reason-missing')
  if (reopening) return fail('already-reopened')
  const next = { id: ids.next(), period, version: seals.length + 1, reason: reason.trim(), at: clock.now(), by }
  return (await closing.reopen(next)) ? ok(next) : fail('already-reopened')
}

export type LeaveFault = { readonly code: 'not-reopened' }

/** Leaves a reopened half-year as it was sealed. */
export async function leaveAsSealed(
  { closing, clock }: Pick<ClosingPorts, 'closing' | 'clock'>,
  { period, by }: { readonly period: PeriodKey; readonly by: ClosingPerson },
): Promise<Outcome<null, LeaveFault>> {
  return (await closing.takeBackReopening(period, by, clock.now())) ? ok(null) : fail('not-reopened')
}
