import type { Dialect } from '@wayproof/database/query/dialect'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import {
  type QuestionnaireVersion,
  readQuestionnaire,
} from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { addUpCounters } from '../answers/add-up-counters.ts'
import { answerCode } from '../answers/answer-code.ts'
import { commentedShares } from '../disclosure/commented-shares.ts'
import { shownBlock } from '../disclosure/straight-lining.ts'
import { addPairs, addTallies } from '../tallies/add-tallies.ts'
import { type AnswerTable, countWave, type WaveCounts } from '../tallies/count-wave.ts'
import { deliveredCount, sentCount, writtenCount } from '../waves/counts/delivered-count.ts'
import { assertAllDecrypted } from './decrypt-answers.ts'
import { recordOnInvitations } from './returned-letters.ts'
import { rewritingOf } from './rewriting-of.ts'

const CUT = `UPDATE wave SET unlinked_at = @at,
    delivered_count = delivered_count + ${deliveredCount('wave')},
    written_count = written_count + ${writtenCount('wave')},
    reminded_count = reminded_count + ${sentCount('wave', 'survey-reminder')},
    reminded_again_count = reminded_again_count + ${sentCount('wave', 'survey-last-reminder')}
  WHERE id = @waveId AND status = 'closed' AND unlinked_at IS NULL`

// Moves comments to a separate table, with wave and language only, under random keys and in random order.
const commentsIn =
  (table: AnswerTable) =>
  ({ randomKey }: Dialect) =>
    `INSERT INTO comment (key, wave_id, language, text)
  SELECT ${randomKey()}, wave_id, language, comment FROM ${table}
  WHERE wave_id = @waveId AND comment IS NOT NULL ORDER BY ${randomKey()}`

/**
 * Separates the answers of a closed wave from their receipts and their masked comments in one transaction, because the
 * order of several would reveal which belong together. From `unlinked_at` on, counters replace the reminders. Throws if
 * the answers are to be decrypted and one is not.
 */
export async function cutTies(
  database: StoreDatabase,
  waveId: string,
  at: number,
  readable: ReadableAnswers,
): Promise<void> {
  const rewriting = rewritingOf(database)
  const table = readable === 'plain' ? 'answer' : 'decrypted_answer'
  const assertComplete = async (query: ReadQuery) => {
    // A server that crashes empties the table of decrypted answers.
    if (readable === 'decrypted') await assertAllDecrypted(query, waveId)
  }
  // Answers of a closed wave no longer change, so they may be counted before the transaction.
  const counts = await countsOf(database, waveId, { table, assertComplete })
  await rewriting.write(async (query) => {
    if ((await query.run(CUT, { waveId, at: new Date(at) })) === 0) return
    await assertComplete(query)
    await addUpCounters(query, waveId)
    if (counts) await keepCounts(query, waveId, counts)
    await query.run(commentsIn(table), { waveId })
    await recordOnInvitations(query, waveId, at)
    await rewriting.rewriteRows(query, waveId, table)
  })
}

/** How the answers of a closed wave can be read; those whose key is lost cannot. */
export type ReadableAnswers = 'plain' | 'decrypted' | 'lost'

interface Counted {
  readonly table: AnswerTable
  readonly assertComplete: (query: ReadQuery) => Promise<void>
}

interface KeptCounts extends WaveCounts {
  readonly smallestGroup: number
}

const WAVE = 'SELECT questionnaire_id, questionnaire_version, smallest_group, unlinked_at FROM wave WHERE id = @waveId'

function countsOf(
  database: QueryDatabase,
  waveId: string,
  { table, assertComplete }: Counted,
): Promise<KeptCounts | null> {
  return database.readSnapshot(async (query) => {
    const wave = await query.get<QuestionnaireVersion & { smallest_group: number; unlinked_at: number | null }>(WAVE, {
      waveId,
    })
    if (!wave) return null
    if (wave.unlinked_at === null) await assertComplete(query)
    const questionnaire = await readQuestionnaire(query, wave)
    const counts = await countWave(query, waveId, { questionnaire, code: answerCode(questionnaire), table })
    return { ...counts, smallestGroup: wave.smallest_group }
  })
}

const RATING = `INSERT INTO comment_rating (wave_id, item, commented, people, kind, share)
  VALUES (@waveId, @item, @commented, @people, @kind, @share)`

const BLOCK = `INSERT INTO straight_lining (wave_id, block, kind, fewest, rated, same)
  VALUES (@waveId, @block, @kind, @fewest, @rated, @same)`

async function keepCounts(
  query: Query,
  waveId: string,
  { tallies, pairs, commented, straightLining, smallestGroup }: KeptCounts,
): Promise<void> {
  // Versions before 0.3 counted at closing.
  await query.run('DELETE FROM tally WHERE wave_id = @waveId', { waveId })
  await addTallies(query, waveId, tallies)
  await addPairs(query, waveId, pairs)
  for (const { item, commented: withComment, others } of commentedShares(commented, smallestGroup)) {
    for (const [flag, { people, topTwo }] of [[true, withComment] as const, [false, others] as const])
      await query.run(RATING, { waveId, item, commented: flag, people, kind: topTwo.kind, share: topTwo.value })
  }
  for (const counts of straightLining) await query.run(BLOCK, { waveId, ...shownBlock(counts, smallestGroup) })
}
