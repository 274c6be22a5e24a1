import type { Query } from '@wayproof/database/query/query'

/** SQL: the answers or withdrawals of a `wave` that are not yet in its own counters. */
export const counterSum = (column: 'answered' | 'withdrawn', wave: string): string =>
  `coalesce((SELECT sum(${column}) FROM answer_counter WHERE answer_counter.wave_id = ${wave}.id), 0)`

/** SQL: number of answers of a `wave`, also of one that is open. */
export const answeredCount = (wave: string): string => `(${wave}.answered_count + ${counterSum('answered', wave)})`

/** SQL: number of withdrawals of a `wave`, also of one that is open. */
export const withdrawnCount = (wave: string): string => `(${wave}.withdrawn_count + ${counterSum('withdrawn', wave)})`

/** SQL: the curve of the wave @waveId over days, also of one that is open. */
export const ANSWER_DAYS = `SELECT day, sum(count) AS count FROM (
    SELECT day, count FROM answer_day WHERE wave_id = @waveId
    UNION ALL SELECT day, answered FROM answer_counter WHERE wave_id = @waveId AND day <> ''
  ) AS counted GROUP BY day ORDER BY day`

const WAVE = `UPDATE wave SET answered_count = ${answeredCount('wave')}, withdrawn_count = ${withdrawnCount('wave')}
  WHERE id = @waveId`

const DAYS = `INSERT INTO answer_day (wave_id, day, count)
  SELECT wave_id, day, sum(answered) FROM answer_counter WHERE wave_id = @waveId AND day <> '' GROUP BY wave_id, day
  ON CONFLICT (wave_id, day) DO UPDATE SET count = answer_day.count + excluded.count`

/** Adds the shards of a closed wave to its own counters and deletes them, because they tell more. Safe to repeat. */
export async function addUpCounters(query: Query, waveId: string): Promise<void> {
  for (const statement of [WAVE, DAYS, 'DELETE FROM answer_counter WHERE wave_id = @waveId'])
    await query.run(statement, { waveId })
}
