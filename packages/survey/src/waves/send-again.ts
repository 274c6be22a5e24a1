import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'

/** An undelivered invitation is sent again this often at most, and no sooner than this after the last time. */
export const SENT_AGAIN_AT_MOST = 2
export const SENT_AGAIN_AFTER_MS = 86_400_000
/** Invitations that an officer sends again at once. */
export const SENT_AGAIN_AT_ONCE = 1000

export interface SentAgain {
  readonly sent: number
  /** Chosen invitations that may not be sent again. */
  readonly left: number
}

export type SendAgainFault = { readonly code: 'no-wave' | 'wave-closed' }

/**
 * Sends rejected and bounced invitations of an open wave again, whether their recipients have answered by other means or
 * not: the officer who chose them must not learn that. People who were reached, or who must not be written to, are left
 * out.
 */
export async function sendAgain(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { period, customerNumbers }: { readonly period: PeriodKey; readonly customerNumbers: readonly string[] },
): Promise<Outcome<SentAgain, SendAgainFault>> {
  const at = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || at >= wave.closesAt) return fail('wave-closed')
  const chosen = [...new Set(customerNumbers)]
  const sent = await store.sendAgain(wave.id, chosen, at)
  return ok({ sent, left: chosen.length - sent })
}
