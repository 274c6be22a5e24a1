import { fail, type Instant, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { WaveStatus } from '../waves/wave.ts'
import type { Answer } from './answer.ts'

/** An answer as its receipt code finds it while the wave is open. */
export interface KeptAnswer extends Answer {
  readonly wave: { readonly period: PeriodKey; readonly status: WaveStatus; readonly closesAt: Instant }
  readonly questionnaire: Questionnaire
}

/** `receipt-unknown` also once the wave is unlinked: then the hash is gone, and the code finds nothing any more. */
export type ReceiptFault = { readonly code: 'receipt-unknown' | 'wave-closed' }

/** An answer that its giver may still see, correct and withdraw at `now`, else why not. Null: the code found none. */
export function whileOpen<A extends { readonly wave: Pick<KeptAnswer['wave'], 'status' | 'closesAt'> }>(
  answer: A | null,
  now: Instant,
): Outcome<A, ReceiptFault> {
  if (!answer) return fail('receipt-unknown')
  const { status, closesAt } = answer.wave
  return status === 'open' && now < closesAt ? ok(answer) : fail('wave-closed')
}
