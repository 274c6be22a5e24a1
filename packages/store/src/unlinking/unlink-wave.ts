import { commentedShares } from '@wayproof/scorecard'
import { answerCode } from '@wayproof/survey'
import { maskComments } from '../comments/mask-comments.ts'
import { answersDigest } from '../damage/answers-digest.ts'
import type { Query } from '../engine/query/query.ts'
import type { Sql } from '../engine/sqlite/sql.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { wipeFreePages } from '../engine/sqlite/wipe-file.ts'
import { chooseStep } from '../published-step/choose-step.ts'
import { type QuestionnaireVersion, readQuestionnaire } from '../questionnaires/read-questionnaire.ts'
import { countWave, type WaveCounts } from '../tallies/count-wave.ts'
import { keepPairs, keepTallies } from '../tallies/keep-tallies.ts'
import { deliveredCount, sentCount, writtenCount } from '../waves/delivered-count.ts'
import { tellOfInvitations } from './came-back.ts'
import { deleteReminders, forgetAnswered } from './forget-invited.ts'
import { rebuildTable } from './rebuild-table.ts'

/**
 * Destroys what could tie the answers of a closed wave to people: first in the tables, then in the bytes of the file;
 * only then the wave says `unlinked`, and how finely its figures may leave. Each step may be run again, so a stopped process is finished by calling this anew.
 * What grows with those invited is done a few at a time, and others write in between.
 */
export async function unlinkWave(database: SqliteDatabase, waveId: string, at: number): Promise<void> {
  await maskComments(database, waveId)
  await cutTies(database, waveId, at)
  await forgetAnswered(database, waveId)
  await deleteReminders(database, waveId)
  await wipeFreePages(database)
  const step = await chooseStep(database, waveId)
  // From now on they stay as they are, and a check by night compares.
  const digest = await answersDigest(database, waveId)
  const unlink = `UPDATE wave SET status = 'unlinked', published_step = ?, answers_digest = ?
    WHERE id = ? AND status = 'closed'`
  await database.write((sql) => sql(unlink).run(String(step), digest, waveId))
}

/**
 * Parts answers from their receipts and their masked comments, all of a wave in one transaction: in steps, the order of
 * the steps would tell which belong together. `unlinked_at` tells that it was done; from then on counts stand for reminders.
 */
export async function cutTies(database: SqliteDatabase, waveId: string, at: number): Promise<void> {
  // Nobody changes an answer of a closed wave, so it may be counted before the lock is taken.
  const counts = await countsOf(database, waveId)
  await database.write(async (sql) => {
    const cutting = sql(`UPDATE wave SET unlinked_at = ?,
        delivered_count = delivered_count + ${deliveredCount('wave')},
        written_count = written_count + ${writtenCount('wave')},
        reminded_count = reminded_count + ${sentCount('wave', 'survey-reminder')},
        reminded_again_count = reminded_again_count + ${sentCount('wave', 'survey-last-reminder')}
      WHERE id = ? AND status = 'closed' AND unlinked_at IS NULL`)
    if (cutting.run(at, waveId).changes === 0) return
    if (counts) await keepCounts(sql, waveId, counts)
    // Into a table of their own, under new random keys: with wave and language, beside no other answer.
    sql(`INSERT INTO comment (key, wave_id, language, text)
      SELECT randomblob(16), wave_id, language, comment FROM answer WHERE wave_id = ? AND comment IS NOT NULL`).run(
      waveId,
    )
    rebuildTable(
      sql,
      'answer',
      // New keys, since the old ones are made from the receipts. They need not be secret, only unlike the old.
      `SELECT wave_id, CASE wave_id WHEN @waveId THEN randomblob(16) ELSE key END, cell_id, "values",
         CASE wave_id WHEN @waveId THEN NULL ELSE comment END, CASE wave_id WHEN @waveId THEN NULL ELSE language END
       FROM answer ORDER BY wave_id, key`,
      { waveId },
    )
    await tellOfInvitations(sql, waveId, at)
  })
}

interface KeptCounts extends WaveCounts {
  readonly smallestGroup: number
}

function countsOf(database: SqliteDatabase, waveId: string): Promise<KeptCounts | null> {
  return database.readSnapshot(async (query) => {
    const wave = await query.get<QuestionnaireVersion & { smallest_group: number }>(
      'SELECT questionnaire_id, questionnaire_version, smallest_group FROM wave WHERE id = @waveId',
      { waveId },
    )
    if (!wave) return null
    const questionnaire = await readQuestionnaire(query, wave)
    const counts = await countWave(query, waveId, { questionnaire, code: answerCode(questionnaire) })
    return { ...counts, smallestGroup: wave.smallest_group }
  })
}

async function keepCounts(
  sql: Sql & Query,
  waveId: string,
  { tallies, pairs, commented, smallestGroup }: KeptCounts,
): Promise<void> {
  // Versions before 0.3 counted at closing.
  sql('DELETE FROM tally WHERE wave_id = ?').run(waveId)
  await keepTallies(sql, waveId, tallies)
  await keepPairs(sql, waveId, pairs)
  const keep = sql(
    'INSERT INTO comment_rating (wave_id, item, commented, people, kind, share) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { item, ...groups } of commentedShares(commented, smallestGroup)) {
    for (const [flag, { people, topTwo }] of [[1, groups.commented] as const, [0, groups.others] as const])
      keep.run(waveId, item, flag, people, topTwo.kind, topTwo.value)
  }
}
