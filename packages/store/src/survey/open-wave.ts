import { fail, type LocalText, nearestLocale, ok } from '@wayproof/kernel'
import { FIRST_GENERATION, type SurveyStore, type WaveOpening, type WavePlan } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import type { Sql } from '../sqlite/sql.ts'
import { eligibleTravelers, registeredTravelers, skippedTravelers } from './read-frame.ts'
import { postSurveyLetter } from './survey-letter.ts'
import { keepSkips } from './wave-skips.ts'

/**
 * Reads the frame in the transaction that writes what is planned of it: whoever is erased, suppressed or imported by another
 * process is so before, and no counts disagree, or after.
 */
export function openWave(
  database: Database,
  { period, frame, planOf }: WaveOpening,
): ReturnType<SurveyStore['openWave']> {
  return database.write((sql) => {
    if (sql('SELECT 1 FROM wave WHERE period = ?').get(period)) return fail('wave-exists')
    const plan = planOf({
      eligible: eligibleTravelers(sql, frame),
      skips: skippedTravelers(sql, frame),
      registered: registeredTravelers(sql),
    })
    if (!plan) return fail('no-eligible-travelers')
    writeWave(sql, plan)
    return ok(plan)
  })
}

/** Wave, cells, invitations and their letters. */
function writeWave(sql: Sql, plan: WavePlan): void {
  const { wave, cells, invitations, closesOn } = plan
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
}

/** From here on they cannot be withdrawn. What was withdrawn since the plan was made is not told. */
function tellImprovements(sql: Sql, { wave, improvements }: WavePlan): readonly LocalText[] {
  const tell = sql('UPDATE improvement SET told_wave_id = ? WHERE id = ? AND withdrawn_at IS NULL')
  return improvements.filter(({ id }) => tell.run(wave.id, id).changes === 1).map(({ text }) => text)
}
