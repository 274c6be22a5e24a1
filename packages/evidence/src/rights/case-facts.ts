import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { outcomesOf, type RightsCase } from './rights-case.ts'
import { dueDay, extendedDueDay } from './rights-clock.ts'

type Facts = Pick<RightsCase, 'kind' | 'regime' | 'channel' | 'receivedOn'>

/** Range of days in which a case may have been received. */
export interface ReceiptDays {
  /** Founding day of the company; null disables the check. */
  readonly first: CalendarDate | null
  readonly today: CalendarDate
}

export type CaseFactsFault = { readonly code: 'received-day-invalid' | 'regime-unfit' }

/** Returns why a case cannot have these facts, or null. Only an enquiry has no governing law and no term. */
export function caseFactsFault(
  { kind, regime, receivedOn }: Facts,
  { first, today }: ReceiptDays,
): CaseFactsFault | null {
  if (receivedOn > today || (first !== null && receivedOn < first)) return { code: 'received-day-invalid' }
  return (kind === 'enquiry') === (regime === null) ? null : { code: 'regime-unfit' }
}

/** Due day under these facts. An extension stays if the law allows one. */
export function dueDayUnder({ regime, receivedOn }: Facts, extended: boolean): CalendarDate | null {
  if (regime === null) return null
  return (extended ? extendedDueDay(regime, receivedOn) : null) ?? dueDay(regime, receivedOn)
}

export type CorrectionFault = {
  readonly code: CaseFactsFault['code'] | 'submitted-online' | 'outcome-unfit' | 'nothing-changed'
}

/**
 * Returns why these facts cannot replace a case's facts, or null. Channel and day of receipt of a case from the public
 * page are fixed.
 */
export function correctionFault(rightsCase: RightsCase, facts: Facts, days: ReceiptDays): CorrectionFault | null {
  const invalid = caseFactsFault(facts, days)
  if (invalid) return invalid
  const isMoved = facts.channel !== rightsCase.channel || facts.receivedOn !== rightsCase.receivedOn
  if (!isMoved && facts.kind === rightsCase.kind && facts.regime === rightsCase.regime)
    return { code: 'nothing-changed' }
  if (isMoved && (rightsCase.channel === 'page' || facts.channel === 'page')) return { code: 'submitted-online' }
  const done = [rightsCase.identityCheckedOn, rightsCase.extendedOn, rightsCase.answeredOn, rightsCase.closedOn]
  if (done.some((day) => day !== null && day < facts.receivedOn)) return { code: 'received-day-invalid' }
  const { outcome } = rightsCase
  const fits = outcome === null || outcome === 'flood' || outcomesOf(facts).includes(outcome)
  return fits ? null : { code: 'outcome-unfit' }
}
