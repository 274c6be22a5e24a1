import type { CalendarDate } from '@wayproof/kernel'
import { outcomesOf, type RightsCase } from './rights-case.ts'
import { dueDay, extendedDueDay } from './rights-clock.ts'

type Facts = Pick<RightsCase, 'kind' | 'regime' | 'channel' | 'receivedOn'>

/** Between which days a case may have been received. */
export interface ReceiptDays {
  /** The company's first day; null: it does not matter. */
  readonly first: CalendarDate | null
  readonly today: CalendarDate
}

export type CaseFactsFault = { readonly code: 'received-day-invalid' | 'regime-unfit' }

/** Why a case cannot have these facts, or null: only an enquiry is without a law that gives it a term. */
export function caseFactsFault(
  { kind, regime, receivedOn }: Facts,
  { first, today }: ReceiptDays,
): CaseFactsFault | null {
  if (receivedOn > today || (first !== null && receivedOn < first)) return { code: 'received-day-invalid' }
  return (kind === 'enquiry') === (regime === null) ? null : { code: 'regime-unfit' }
}

/** The due day under these facts; what was put off stays put off where the law knows it. */
export function dueDayUnder({ regime, receivedOn }: Facts, extended: boolean): CalendarDate | null {
  if (regime === null) return null
  return (extended ? extendedDueDay(regime, receivedOn) : null) ?? dueDay(regime, receivedOn)
}

export type CorrectionFault = {
  readonly code: CaseFactsFault['code'] | 'came-by-itself' | 'outcome-unfit' | 'nothing-changed'
}

/** Why these facts cannot take the place of a case's, or null. What came by the page came on that day and by that way. */
export function correctionFault(found: RightsCase, facts: Facts, days: ReceiptDays): CorrectionFault | null {
  const invalid = caseFactsFault(facts, days)
  if (invalid) return invalid
  const moved = facts.channel !== found.channel || facts.receivedOn !== found.receivedOn
  if (!moved && facts.kind === found.kind && facts.regime === found.regime) return { code: 'nothing-changed' }
  if (moved && (found.channel === 'page' || facts.channel === 'page')) return { code: 'came-by-itself' }
  const done = [found.identityCheckedOn, found.extendedOn, found.answeredOn, found.closedOn]
  if (done.some((day) => day !== null && day < facts.receivedOn)) return { code: 'received-day-invalid' }
  const fits = found.outcome === null || outcomesOf(facts).includes(found.outcome)
  return fits ? null : { code: 'outcome-unfit' }
}
