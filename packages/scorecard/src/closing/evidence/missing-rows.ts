import type { Query, ReadQuery, Statement } from '@wayproof/database/query/query'
import type { Freeze } from '../period-close.ts'
import type { SaltedList, StoredMissingRows } from '../seals/missing-rows-seal.ts'

const DIGEST_BYTES = 32

const INSERT_LIST = `INSERT INTO missing_list (period, version, goal, list_period, frozen_at, digests)
  VALUES (@period, @version, @goal, @list, @frozenAt, @digests)`

// A single statement for all rows, in their order: inserting 200,000 rows one at a time would hold the lock for
// seconds.
const INSERT_ROWS: Statement = ({ jsonField, jsonItems }) => {
  const field = (name: string) => jsonField('item.value', name)
  return `INSERT INTO missing_row (period, version, goal, list_period, key, place, label, why, detail, salt)
    SELECT @period, @version, @goal, @list, ${field('key')}, CAST(${field('place')} AS INTEGER), ${field('label')},
      ${field('why')}, ${field('detail')}, ${field('salt')}
    FROM ${jsonItems('@rows', 'item')} ORDER BY ${field('key')}`
}

const WAITED = '(SELECT period, version FROM period_freeze WHERE id = @freezeId)'

const OF_LIST = 'WHERE period = @period AND version = @version AND goal = @goal AND list_period = @list'

const LIST = `SELECT digests FROM missing_list ${OF_LIST}`

const ROWS = `SELECT place, key, label, why, detail, salt FROM missing_row
  ${OF_LIST} ORDER BY label, key`

const DELETED = `SELECT coalesce(sum(count), 0) AS n FROM deletion_proof WHERE place = 'missing_row'`

type Version = Pick<Freeze, 'period' | 'version'>

/** Stores a list of missing rows with its freeze. */
export async function addMissing(
  query: Query,
  { period, version, frozenAt }: Version & Pick<Freeze, 'frozenAt'>,
  { goal, period: list, digests, rows }: SaltedList,
): Promise<void> {
  const of = { period, version, goal, list }
  const bytes = Buffer.from(digests.join(''), 'hex')
  await query.run(INSERT_LIST, { ...of, frozenAt: new Date(frozenAt), digests: bytes })
  await query.run(INSERT_ROWS, { ...of, rows: JSON.stringify(rows.map((row, place) => ({ ...row, place }))) })
}

/** Deletes the missing rows of a withdrawn freeze. */
export async function dropMissing(query: Query, freezeId: string): Promise<void> {
  for (const table of ['missing_row', 'missing_list'])
    await query.run(`DELETE FROM ${table} WHERE (period, version) IN ${WAITED}`, { freezeId })
}

export async function sealedMissing(
  query: ReadQuery,
  { period, version }: Version,
  { goal, period: list }: Pick<SaltedList, 'goal' | 'period'>,
): Promise<StoredMissingRows | null> {
  const of = { period, version, goal, list }
  const stored = await query.get<{ digests: Uint8Array }>(LIST, of)
  if (!stored) return null
  const hex = Buffer.from(stored.digests).toString('hex')
  const digests = Array.from({ length: hex.length / (2 * DIGEST_BYTES) }, (_, at) =>
    hex.slice(at * 2 * DIGEST_BYTES, (at + 1) * 2 * DIGEST_BYTES),
  )
  return { digests, rows: await query.all<StoredMissingRows['rows'][number]>(ROWS, of) }
}

/** Number of rows of all lists that were deleted on schedule, with their proof. */
export const deletedMissing = async (query: ReadQuery): Promise<number> =>
  (await query.get<{ n: number }>(DELETED))?.n ?? 0
