import { createHash } from 'node:crypto'
import type { Query, ReadQuery } from '@wayproof/database/query/query'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { RetentionRule } from './retention-days.ts'

/** Number of deleted rows by table. */
export type Removed = Readonly<Record<string, number>>

export interface Deletion {
  /** The day in the organization's time zone. */
  readonly day: CalendarDate
  /** `same-address`: an import contained another traveler with the address. */
  readonly rule: RetentionRule | 'erasure' | 'same-address'
  /** Null for a deletion that is due at once. */
  readonly days: number | null
}

/** Deletions from one table under one rule on one day. */
export interface DeletionProof extends Deletion {
  readonly table: string
  readonly count: number
  /** True if the freed bytes of the database are overwritten. */
  readonly overwritten: boolean
}

interface ProofRow extends Deletion {
  readonly place: string
  readonly count: number
  readonly digest: string
}

const LAST = 'SELECT digest FROM deletion_proof ORDER BY number DESC LIMIT 1'

const INSERT = `INSERT INTO deletion_proof (day, rule, days, place, count, digest)
  VALUES (@day, @rule, @days, @place, @count, @digest)`

/**
 * Adds a row for each table that lost rows, inside the transaction that deleted them. Its digest is SHA-256 over the
 * previous digest and the row's own codes and figures, so no row can be changed or removed unnoticed.
 */
export async function proveDeletion(query: Query, deletion: Deletion, removed: Removed): Promise<void> {
  let before = (await query.get<ProofRow>(LAST))?.digest ?? ''
  for (const [place, count] of Object.entries(removed)) {
    if (count === 0) continue
    before = digestOf(before, { ...deletion, place, count })
    const { day, rule, days } = deletion
    await query.run(INSERT, { day, rule, days, place, count, digest: before })
  }
}

const digestOf = (before: string, { day, rule, days, place, count }: Omit<ProofRow, 'digest'>): string =>
  createHash('sha256')
    .update(JSON.stringify([before, day, rule, days, place, count]))
    .digest('hex')

const NEWEST = `SELECT day, rule, days, place AS "table", SUM(count) AS count,
    MIN(CASE WHEN wiped_at IS NULL THEN 0 ELSE 1 END) AS wiped
  FROM deletion_proof GROUP BY day, rule, days, place ORDER BY day DESC, MIN(number) LIMIT @limit`

/** Newest day first; deletions in several chunks are one figure. */
export async function readProofs(query: ReadQuery, limit: number): Promise<DeletionProof[]> {
  const rows = await query.all<Omit<DeletionProof, 'overwritten'> & { readonly wiped: 0 | 1 }>(NEWEST, { limit })
  return rows.map(({ wiped, ...proof }) => ({ ...proof, overwritten: wiped === 1 }))
}

/** Whether each digest follows from the previous row. */
export async function proofsHold(query: ReadQuery): Promise<boolean> {
  const rows = await query.all<ProofRow>(
    'SELECT day, rule, days, place, count, digest FROM deletion_proof ORDER BY number',
  )
  return rows.every((row, n) => row.digest === digestOf(rows[n - 1]?.digest ?? '', row))
}
