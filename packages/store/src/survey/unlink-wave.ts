import type { Tokens } from '@wayproof/kernel'
import { commentedShares } from '@wayproof/scorecard'
import { answerCode, maskedComment } from '@wayproof/survey'
import type { Database } from '../sqlite/database.ts'
import type { Sql } from '../sqlite/sql.ts'
import { wipeFreePages } from '../sqlite/wipe-file.ts'
import { countRelations } from './count-relations.ts'
import { deliveredCount } from './delivered-count.ts'
import { forgetReminders } from './forget-reminders.ts'
import { keepPairs } from './pair-counts.ts'
import { publishedQuestionnaires, type QuestionnaireVersion } from './published-questionnaires.ts'
import { rebuildTable } from './rebuild-table.ts'

/**
 * Destroys what could tie the answers of a closed wave to people: first in the tables, then in the bytes of the file;
 * only then the wave says `unlinked`. Each step may be run again, so a stopped process is finished by calling this anew.
 */
export async function unlinkWave(database: Database, tokens: Tokens, waveId: string, at: number): Promise<void> {
  await cutTies(database, tokens, waveId, at)
  await wipeFreePages(database)
  await database.write((sql) =>
    sql(`UPDATE wave SET status = 'unlinked' WHERE id = ? AND status = 'closed'`).run(waveId),
  )
}

/** The part inside the tables, in one transaction. `unlinked_at` tells that it was done. */
export function cutTies(database: Database, tokens: Tokens, waveId: string, at: number): Promise<void> {
  return database.write((sql) => {
    const cutting = sql(`UPDATE wave SET unlinked_at = ?,
        delivered_count = delivered_count + ${deliveredCount('wave')},
        reminded_count = reminded_count + (SELECT COUNT(*) FROM letter
          WHERE wave_id = wave.id AND kind = 'survey-reminder' AND state IN ('sent', 'complained')),
        reminded_again_count = reminded_again_count + (SELECT COUNT(*) FROM letter
          WHERE wave_id = wave.id AND kind = 'survey-last-reminder' AND state IN ('sent', 'complained'))
      WHERE id = ? AND status = 'closed' AND unlinked_at IS NULL`)
    if (cutting.run(at, waveId).changes === 0) return
    keepRelations(database, sql, waveId)
    moveComments(sql, tokens, waveId)
    rebuildTable(
      sql,
      'answer',
      // New keys, since the old ones are made from the receipts. They need not be secret, only unlike the old.
      `SELECT wave_id, CASE wave_id WHEN @waveId THEN randomblob(16) ELSE key END, cell_id, "values",
         CASE wave_id WHEN @waveId THEN NULL ELSE comment END, CASE wave_id WHEN @waveId THEN NULL ELSE language END
       FROM answer ORDER BY wave_id, key`,
      { waveId },
    )
    rebuildTable(
      sql,
      'invitation',
      `SELECT id, wave_id, traveler_id, CASE wave_id WHEN @waveId THEN NULL ELSE cell_id END,
         CASE wave_id WHEN @waveId THEN NULL ELSE generation END, CASE wave_id WHEN @waveId THEN NULL ELSE answered END
       FROM invitation ORDER BY id`,
      { waveId },
    )
    forgetReminders(sql, waveId, at)
  })
}

/** What can be counted of answers only while their comments are with them, and what relates items to each other. */
function keepRelations(database: Database, sql: Sql, waveId: string): void {
  const wave = sql<QuestionnaireVersion & { smallest_group: number }>(
    'SELECT questionnaire_id, questionnaire_version, smallest_group FROM wave WHERE id = ?',
  ).get(waveId)
  if (!wave) return
  const questionnaire = publishedQuestionnaires(database)(wave)
  const { pairs, commented } = countRelations(sql, waveId, { questionnaire, code: answerCode(questionnaire) })
  keepPairs(sql, waveId, pairs)
  const keep = sql(
    'INSERT INTO comment_rating (wave_id, item, commented, people, kind, share) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const { item, ...groups } of commentedShares(commented, wave.smallest_group)) {
    for (const [flag, { people, topTwo }] of [[1, groups.commented] as const, [0, groups.others] as const])
      keep.run(waveId, item, flag, people, topTwo.kind, topTwo.value)
  }
}

/** Open texts, masked, into a table of their own, under new random keys: with wave and language, beside no other answer. */
function moveComments(sql: Sql, tokens: Tokens, waveId: string): void {
  const comments = sql<{ comment: string; language: string }>(
    'SELECT comment, language FROM answer WHERE wave_id = ? AND comment IS NOT NULL',
  ).all(waveId)
  const keep = sql('INSERT INTO comment (key, wave_id, language, text) VALUES (?, ?, ?, ?)')
  for (const { comment, language } of comments) keep.run(tokens.bytes(16), waveId, language, maskedComment(comment))
}
