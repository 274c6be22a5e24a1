import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import {
  type QuestionnaireVersion,
  readQuestionnaire,
} from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { answerCode } from '../answers/answer-code.ts'
import { ALL_ITEMS, type RebuiltTallies, type TallyDifference, type TallyEntry } from '../answers/tally.ts'
import { addPairs, addTallies } from './add-tallies.ts'
import { type Counted, countWave } from './count-wave.ts'

interface WaveRow extends QuestionnaireVersion {
  readonly answers_deleted_at: number | null
  readonly unlinked_at: number | null
}

const WAVE =
  'SELECT questionnaire_id, questionnaire_version, answers_deleted_at, unlinked_at FROM wave WHERE id = @waveId'

const ANSWERS = 'SELECT COUNT(*) AS n FROM answer WHERE wave_id = @waveId'

const CELLS = 'SELECT COUNT(*) AS n FROM cell WHERE wave_id = @waveId'

const TALLIES = 'SELECT cell_id AS cellId, item, value, count FROM tally WHERE wave_id = @waveId'

const PAIRS = 'SELECT item, value, headline, count FROM cross_tally WHERE wave_id = @waveId'

/**
 * Compares the tallies of a wave with its answers, as of one moment and without delaying writers, and corrects the
 * differences. A wave has no tallies before it is unlinked: then its answers are counted and nothing is compared.
 */
export async function recountWave(database: QueryDatabase, waveId: string): Promise<RebuiltTallies> {
  const recount = await database.readSnapshot(async (query) => {
    const cells = (await query.get<{ n: number }>(CELLS, { waveId }))?.n ?? 0
    const wave = await query.get<WaveRow>(WAVE, { waveId })
    // Tallies remain after the scheduled deletion of answers, so there is nothing to compare.
    if (!wave || wave.answers_deleted_at !== null) return { cells, answers: null, differences: [] }
    if (wave.unlinked_at === null) {
      const answers = (await query.get<{ n: number }>(ANSWERS, { waveId }))?.n ?? 0
      return { cells, answers, differences: [] }
    }
    const questionnaire = await readQuestionnaire(query, wave)
    const { tallies, pairs } = await countWave(query, waveId, { questionnaire, code: answerCode(questionnaire) })
    const answers = tallies.reduce((sum, { item, count }) => sum + (item === ALL_ITEMS ? count : 0), 0)
    const stored = await query.all<Counted>(TALLIES, { waveId })
    const crossed = differencesOf(await storedPairs(query, waveId), pairs.map(entryOf))
    return { cells, answers, differences: [...differencesOf(stored, tallies), ...crossed] }
  })
  if (recount.differences.length > 0) await correctTallies(database, waveId, recount.differences)
  return recount
}

/** Sorted by cell, item and value. */
function differencesOf(stored: readonly Counted[], counted: readonly Counted[]): TallyDifference[] {
  const all = new Map<string, TallyDifference>()
  for (const { count, ...entry } of stored) all.set(keyOf(entry), { ...entry, stored: count, counted: 0 })
  for (const { count, ...entry } of counted) {
    all.set(keyOf(entry), { ...entry, stored: all.get(keyOf(entry))?.stored ?? 0, counted: count })
  }
  return [...all]
    .filter(([, difference]) => difference.stored !== difference.counted)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, difference]) => difference)
}

const storedPairs = async (query: ReadQuery, waveId: string): Promise<Counted[]> =>
  (await query.all<CrossCount>(PAIRS, { waveId })).map(entryOf)

/** A pair as a counter of the whole wave. */
const entryOf = ({ item, value, headline, count }: CrossCount): Counted => {
  return { cellId: ALL_CELLS, item, value: `${value} × ${headline}`, count }
}

const ALL_CELLS = ''

const pairOf = ({ item, value, stored, counted }: TallyDifference): CrossCount => {
  const [rating = 0, headline = 0] = value.split(' × ').map(Number)
  return { item, value: rating, headline, count: counted - stored }
}

const keyOf = ({ cellId, item, value }: TallyEntry) => JSON.stringify([cellId, item, value])

/** Corrects the differences and deletes counters at zero, which would reveal an earlier answer. */
function correctTallies(
  database: QueryDatabase,
  waveId: string,
  differences: readonly TallyDifference[],
): Promise<void> {
  return database.write(async (query) => {
    if ((await query.get<WaveRow>(WAVE, { waveId }))?.answers_deleted_at !== null) return
    const ofCells = differences.filter(({ cellId }) => cellId !== ALL_CELLS)
    const missing = ofCells.map(({ stored, counted, ...entry }) => ({ ...entry, count: counted - stored }))
    await addTallies(query, waveId, missing)
    await addPairs(query, waveId, differences.filter(({ cellId }) => cellId === ALL_CELLS).map(pairOf))
    await query.run('DELETE FROM tally WHERE wave_id = @waveId AND count = 0', { waveId })
    await query.run('DELETE FROM cross_tally WHERE wave_id = @waveId AND count = 0', { waveId })
  })
}
