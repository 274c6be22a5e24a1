import type { Id, Instant, PeriodKey } from '@wayproof/kernel'

/** Why a wave currently sends no letters; it still accepts answers. */
export type PauseReason = 'officer' | 'hard-bounces'

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
}

const FEWEST_TRIED = 20
const MOST_REFUSED_PERCENT = 5

/** True if so many addresses are invalid that sending on would harm the sender's reputation. */
export const refusesTooMany = ({ tried, refused }: Pick<LetterHealth, 'tried' | 'refused'>): boolean =>
  tried >= FEWEST_TRIED && refused * 100 > tried * MOST_REFUSED_PERCENT
