import type { Id, Instant, PeriodKey } from '@wayproof/kernel'

/** Why a wave sends no letters for now; answers are taken all the same. */
export type PauseReason = 'officer' | 'hard-bounces' | 'repeated-errors'

export interface WavePause {
  readonly at: Instant
  readonly reason: PauseReason
}

/** Letters of an open wave, since it was resumed last. */
export interface LetterHealth {
  readonly waveId: Id
  readonly period: PeriodKey
  /** Letters that were tried to an end: sent, refused, or come back. */
  readonly tried: number
  /** Tried letters that were refused for good or came back as undeliverable. */
  readonly refused: number
}

const FEWEST_TRIED = 20
const MOST_REFUSED_PERCENT = 5

/** Attempts in a row without a success after which the mail server, and no single letter, is at fault. */
export const MOST_ERRORS_IN_A_ROW = 20

/** Whether so many addresses are wrong that sending on would harm the sender's name. */
export const refusesTooMany = ({ tried, refused }: Pick<LetterHealth, 'tried' | 'refused'>): boolean =>
  tried >= FEWEST_TRIED && refused * 100 > tried * MOST_REFUSED_PERCENT
