import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { WaveStatus } from '../waves/wave.ts'
import type { Answer } from './answer.ts'

/** An answer found by its receipt code while the wave is open. */
export interface StoredAnswer extends Answer {
  readonly wave: { readonly period: PeriodKey; readonly status: WaveStatus; readonly closesAt: Instant }
  readonly questionnaire: Questionnaire
}

/** `receipt-unknown` also covers unlinked waves, because unlinking deletes the receipt hash. */
export type ReceiptFault = { readonly code: 'receipt-unknown' | 'wave-closed' }

/**
 * Returns the answer if it can be viewed, changed and withdrawn at `now`, or the fault. A null answer means an unknown
 * code.
 */
export function whileOpen<A extends { readonly wave: Pick<StoredAnswer['wave'], 'status' | 'closesAt'> }>(
  answer: A | null,
  now: Instant,
): Outcome<A, ReceiptFault> {
  if (!answer) return fail('receipt-unknown')
  const { status, closesAt } = answer.wave
  return status === 'open' && now < closesAt ? ok(answer) : fail('wave-closed')
}
