import type { PauseReason, SamplingMode, Wave, WaveStatus } from '@wayproof/survey'

/** A row of `wave`, in the columns of WAVE_COLUMNS. */
export interface WaveRow {
  readonly id: string
  readonly period: string
  readonly status: WaveStatus
  readonly mode: SamplingMode
  readonly seed: string | null
  readonly questionnaire_id: string
  readonly questionnaire_version: number
  readonly rule_version: string
  readonly minimum_for_status: number
  readonly smallest_group: number
  readonly registered_count: number
  readonly frame_count: number
  readonly invited_count: number
  readonly opened_at: number
  readonly closes_at: number
  readonly sealed_closes_at: number
  readonly first_reminder_days: number
  readonly last_reminder_days: number
  readonly letter_limit: number
  readonly closed_at: number | null
  readonly unlinked_at: number | null
  readonly paused_at: number | null
  readonly pause_reason: PauseReason | null
  readonly delivered_count: number
  readonly written_count: number
  readonly reminded_count: number
  readonly reminded_again_count: number
  readonly answered_count: number
  readonly withdrawn_count: number
}

export const WAVE_COLUMNS = `id, period, status, mode, seed, questionnaire_id, questionnaire_version, rule_version,
  minimum_for_status, smallest_group, registered_count, frame_count, invited_count, opened_at, closes_at, sealed_closes_at, first_reminder_days, last_reminder_days,
  letter_limit, closed_at, unlinked_at, paused_at, pause_reason, delivered_count, written_count, reminded_count, reminded_again_count,
  answered_count, withdrawn_count`

export function waveOf(row: WaveRow): Wave {
  return {
    id: row.id,
    period: row.period,
    status: row.status,
    mode: row.mode,
    seed: row.seed,
    questionnaire: { id: row.questionnaire_id, version: row.questionnaire_version },
    ruleVersion: row.rule_version,
    minimumForStatus: row.minimum_for_status,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    sealedClosesAt: row.sealed_closes_at,
    firstReminderDays: row.first_reminder_days,
    lastReminderDays: row.last_reminder_days,
    letterLimit: row.letter_limit,
    closedAt: row.closed_at,
    unlinkedAt: row.unlinked_at,
    paused: row.paused_at !== null && row.pause_reason ? { at: row.paused_at, reason: row.pause_reason } : null,
  }
}
