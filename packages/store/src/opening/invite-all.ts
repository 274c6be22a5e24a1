import { type LocalText, nearestLocale } from '@wayproof/kernel'
import { FIRST_GENERATION, type PlannedInvitation, type WavePlan } from '@wayproof/survey'
import { inChunks } from '../engine/in-chunks.ts'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { goOnOpening, type RunningOpening } from './running-opening.ts'
import { postSurveyLetter } from './survey-letter.ts'

/** People in one transaction, which then holds the lock for some 20 ms. */
const CHUNK = 1000

/** Writes the invitations of a plan and their letters. Travelers who are gone by then are passed over. */
export async function inviteAll(database: SqliteDatabase, opening: RunningOpening, plan: WavePlan): Promise<void> {
  const improvements = await database.write((sql) => {
    goOnOpening(sql, opening)
    return tellImprovements(sql, plan)
  })
  let done = 0
  await inChunks(database, async (sql: Sql & Query) => {
    goOnOpening(sql, opening)
    for (const invitation of plan.invitations.slice(done, done + CHUNK))
      await invite(sql, plan, invitation, improvements)
    done += CHUNK
    return done < plan.invitations.length ? 'more' : 'done'
  })
}

/** From here on they cannot be withdrawn. What was withdrawn since the plan was made is not told. */
function tellImprovements(sql: Sql, { wave, improvements }: WavePlan): readonly LocalText[] {
  const tell = sql(
    'UPDATE improvement SET told_wave_id = coalesce(told_wave_id, ?) WHERE id = ? AND withdrawn_at IS NULL',
  )
  return improvements.filter(({ id }) => tell.run(wave.id, id).changes === 1).map(({ text }) => text)
}

async function invite(
  sql: Sql & Query,
  { wave, closesOn, smallestGroup }: WavePlan,
  { id, travelerId, cellId, locale, letterId }: PlannedInvitation,
  improvements: readonly LocalText[],
): Promise<void> {
  const invited = sql(`INSERT INTO invitation (id, wave_id, traveler_id, cell_id, generation, answered)
    SELECT ?, ?, id, ?, ?, 0 FROM traveler WHERE id = ?`)
  if (invited.run(id, wave.id, cellId, FIRST_GENERATION, travelerId).changes === 0) return
  const told = improvements.map((text) => text[nearestLocale(locale)])
  const data = {
    invitationId: id,
    generation: FIRST_GENERATION,
    travelerId,
    period: wave.period,
    closesOn,
    smallestGroup,
    ...(told.length > 0 ? { improvements: told } : {}),
  }
  await postSurveyLetter(sql, {
    id: letterId,
    kind: 'survey-invitation',
    locale,
    data,
    waveId: wave.id,
    at: wave.openedAt,
  })
}
