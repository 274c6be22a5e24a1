import { type LocalText, nearestLocale } from '@wayproof/kernel'
import { FIRST_GENERATION, type WavePlan } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import type { Sql } from '../sqlite/sql.ts'
import { postSurveyLetter } from './survey-letter.ts'
import { keepSkips } from './wave-skips.ts'

/** Wave, cells, invitations and their letters in one transaction. False when the period has its wave. */
export function openWave(database: Database, plan: WavePlan): Promise<boolean> {
  const { wave, cells, invitations, closesOn } = plan
  return database.write((sql) => {
    const inserted = sql(`INSERT INTO wave (id, period, status, mode, seed, questionnaire_id, questionnaire_version,
        rule_version, minimum_for_status, smallest_group, registered_count, frame_count, invited_count, merge_map, opened_at, closes_at,
        sealed_closes_at, first_reminder_days, last_reminder_days, letter_limit, checklist)
      VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (period) DO NOTHING`).run(
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
    if (inserted.changes === 0) return false
    const addCell =
      sql(`INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    for (const { id, tripType, channel, region, language, invited, baseWeight } of cells) {
      addCell.run(id, wave.id, tripType, channel, region, language, invited, baseWeight)
    }
    const improvements = tellImprovements(sql, plan)
    const addMargin = sql('INSERT INTO frame_margin (wave_id, margin, category, eligible) VALUES (?, ?, ?, ?)')
    for (const { margin, category, eligible } of plan.margins) addMargin.run(wave.id, margin, category, eligible)
    keepSkips(sql, wave.id, plan.skips)
    const invite = sql(`INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
      VALUES (?, ?, ?, ?, ?, 0)`)
    for (const { id, travelerId, cellId, locale, letterId } of invitations) {
      invite.run(id, wave.id, travelerId, cellId, FIRST_GENERATION)
      const told = improvements.map((text) => text[nearestLocale(locale)])
      const data = {
        invitationId: id,
        generation: FIRST_GENERATION,
        travelerId,
        period: wave.period,
        closesOn,
        smallestGroup: plan.smallestGroup,
        ...(told.length > 0 ? { improvements: told } : {}),
      }
      postSurveyLetter(sql, {
        id: letterId,
        kind: 'survey-invitation',
        locale,
        data,
        waveId: wave.id,
        at: wave.openedAt,
      })
    }
    return true
  })
}

/** From here on they cannot be withdrawn. What was withdrawn since the plan was made is not told. */
function tellImprovements(sql: Sql, { wave, improvements }: WavePlan): readonly LocalText[] {
  const tell = sql('UPDATE improvement SET told_wave_id = ? WHERE id = ? AND withdrawn_at IS NULL')
  return improvements.filter(({ id }) => tell.run(wave.id, id).changes === 1).map(({ text }) => text)
}
