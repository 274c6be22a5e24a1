import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** Why a wave currently sends no letters; it still accepts answers. */
export type PauseReason = 'officer' | 'hard-bounces' | 'complaints'

export interface WavePause {
  readonly at: Instant
  readonly reason: PauseReason
}

/** Letter counts of an open wave since it was last resumed. */
export interface LetterHealth {
  readonly waveId: Id
  readonly period: PeriodKey
  /** Letters with a final result: sent, refused or bounced. */
  readonly tried: number
  /** Tried letters that were permanently refused or bounced as undeliverable. */
  readonly refused: number
  /** Delivered letters that their recipients reported as spam. */
  readonly complained: number
}

const FEWEST_TRIED = 20
const MOST_REFUSED_PERCENT = 5
const FEWEST_COMPLAINTS = 3
const MOST_COMPLAINTS_PER_MILLE = 3

/** Why sending on would harm the sender's reputation: too many invalid addresses or complaints. Null if it would not. */
export function pauseReasonOf({
  tried,
  refused,
  complained,
}: Pick<LetterHealth, 'tried' | 'refused' | 'complained'>): 'hard-bounces' | 'complaints' | null {
  if (tried >= FEWEST_TRIED && refused * 100 > tried * MOST_REFUSED_PERCENT) return 'hard-bounces'
  const delivered = tried - refused
  return complained >= FEWEST_COMPLAINTS && complained * 1000 > delivered * MOST_COMPLAINTS_PER_MILLE
    ? 'complaints'
    : null
}
