import type { WavePlan } from '@wayproof/survey'
import type { Sql } from '../engine/sql.ts'
import { keepSkips } from './wave-skips.ts'

/** A wave with its cells and counts, as sealed at its opening. From here on it is there, and its letters may go. */
export function writeWave(sql: Sql, plan: WavePlan): void {
  const { wave, cells, invitations } = plan
  sql(`INSERT INTO wave (id, period, status, mode, seed, questionnaire_id, questionnaire_version,
      rule_version, minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
      sealed_closes_at, first_reminder_days, last_reminder_days, letter_limit, checklist)
    VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    wave.id,
    wave.period,
    wave.mode,
    wave.seed,
    wave.questionnaire.id,
    wave.questionnaire.version,
    wave.ruleVersion,
    wave.minimumForStatus,
    plan.smallestGroup,
    plan.registered,
    plan.frame,
    invitations.length,
    JSON.stringify(plan.mergeMap),
    wave.openedAt,
    wave.closesAt,
    wave.closesAt,
    wave.firstReminderDays,
    wave.lastReminderDays,
    wave.letterLimit,
    JSON.stringify(plan.checklist),
  )
  const addCell = sql(`INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const { id, tripType, channel, region, language, invited, baseWeight } of cells) {
    addCell.run(id, wave.id, tripType, channel, region, language, invited, baseWeight)
  }
  const addMargin = sql('INSERT INTO frame_margin (wave_id, margin, category, eligible) VALUES (?, ?, ?, ?)')
  for (const { margin, category, eligible } of plan.margins) addMargin.run(wave.id, margin, category, eligible)
  keepSkips(sql, wave.id, plan.skips)
}
