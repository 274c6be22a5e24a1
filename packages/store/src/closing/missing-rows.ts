import type { Freeze, KeptMissing, SaltedList } from '@wayproof/scorecard'
import type { ReadSql, Sql } from '../engine/sqlite/sql.ts'

const DIGEST_BYTES = 32

const INSERT_LIST = `INSERT INTO missing_list (period, version, goal, list_period, frozen_at, digests)
  VALUES (@period, @version, @goal, @list, @frozenAt, @digests)`

// One statement over all rows, in the order they are stored: a list of 200,000 would hold the lock for seconds otherwise.
const INSERT_ROWS = `INSERT INTO missing_row (period, version, goal, list_period, key, place, label, why, detail, salt)
  SELECT @period, @version, @goal, @list, value ->> 'key', key, value ->> 'label', value ->> 'why', value ->> 'detail', value ->> 'salt'
  FROM json_each(@rows) ORDER BY value ->> 'key'`

const WAITED = '(SELECT period, version FROM period_freeze WHERE id = ?)'

const OF_LIST = 'WHERE period = @period AND version = @version AND goal = @goal AND list_period = @list'

const ROWS = `SELECT place, key, label, why, detail, salt FROM missing_row
  ${OF_LIST} ORDER BY label, key`

const DELETED = `SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = 'missing_row'`

type Version = Pick<Freeze, 'period' | 'version'>

/** Keeps a list of missing rows with what was frozen. */
export function addMissing(
  sql: Sql,
  { period, version, frozenAt }: Version & Pick<Freeze, 'frozenAt'>,
  { goal, period: list, digests, rows }: SaltedList,
): void {
  sql(INSERT_LIST).run({ period, version, goal, list, frozenAt, digests: Buffer.from(digests.join(''), 'hex') })
  sql(INSERT_ROWS).run({ period, version, goal, list, rows: JSON.stringify(rows) })
}

/** Forgets the missing rows of a freeze that is taken back. */
export function dropMissing(sql: Sql, freezeId: string): void {
  for (const table of ['missing_row', 'missing_list'])
    sql(`DELETE FROM ${table} WHERE (period, version) IN ${WAITED}`).run(freezeId)
}

export function keptMissing(
  read: ReadSql,
  { period, version }: Version,
  { goal, period: list }: Pick<SaltedList, 'goal' | 'period'>,
): KeptMissing | null {
  const of = { period, version, goal, list }
  const kept = read<{ digests: Uint8Array }>(`SELECT digests FROM missing_list ${OF_LIST}`).get(of)
  if (!kept) return null
  const hex = Buffer.from(kept.digests).toString('hex')
  const digests = Array.from({ length: hex.length / (2 * DIGEST_BYTES) }, (_, at) =>
    hex.slice(at * 2 * DIGEST_BYTES, (at + 1) * 2 * DIGEST_BYTES),
  )
  return { digests, rows: read<KeptMissing['rows'][number]>(ROWS).all(of) }
}

/** How many rows of all lists were deleted on schedule, with their proof. */
export const deletedMissing = (read: ReadSql): number => read<{ n: number }>(DELETED).get()?.n ?? 0
