import { createHash } from 'node:crypto'
import type { CalendarDate } from '@wayproof/kernel'
import type { ReadSql, Sql } from '../engine/sqlite/sql.ts'
import type { RetentionRule } from './retention-days.ts'

/** Rows deleted, by table. */
export type Removed = Readonly<Record<string, number>>

export interface Deletion {
  /** The organization's day. */
  readonly day: CalendarDate
  /** `same-address`: an import brought another traveler with the address. */
  readonly rule: RetentionRule | 'erasure' | 'same-address'
  /** Null for what waits for no day. */
  readonly days: number | null
}

/** What was deleted from one table under one rule on one day. */
export interface DeletionProof extends Deletion {
  readonly table: string
  readonly count: number
  /** Whether the freed bytes of the file are overwritten. */
  readonly overwritten: boolean
}

/**
 * One row a table that lost rows, inside the transaction that deleted them. Its digest is SHA-256 over the digest before
 * and the row's own codes and figures, so that no row can be changed or left out unseen.
 */
export function proveDeletion(sql: Sql, { day, rule, days }: Deletion, removed: Removed): void {
  const insert = sql(`INSERT INTO deletion_proof (day, rule, days, place, count, digest) VALUES (?, ?, ?, ?, ?, ?)`)
  let before =
    sql<{ digest: string }>('SELECT digest FROM deletion_proof ORDER BY number DESC LIMIT 1').get()?.digest ?? ''
  for (const [table, count] of Object.entries(removed)) {
    if (count === 0) continue
    before = digestOf(before, [day, rule, days, table, count])
    insert.run(day, rule, days, table, count, before)
  }
}

const digestOf = (before: string, row: readonly (string | number | null)[]): string =>
  createHash('sha256')
    .update(JSON.stringify([before, ...row]))
    .digest('hex')

interface ProofRow extends Omit<DeletionProof, 'overwritten'> {
  readonly overwritten: number
}

/** Newest day first; what was deleted in chunks is one figure. */
export const readProofs = (read: ReadSql, limit: number): DeletionProof[] =>
  read<ProofRow>(`SELECT day, rule, days, place AS "table", SUM(count) AS count,
      MIN(wiped_at IS NOT NULL) AS overwritten
    FROM deletion_proof GROUP BY day, rule, days, place ORDER BY day DESC, MIN(number) LIMIT ?`)
    .all(limit)
    .map((row) => ({ ...row, overwritten: row.overwritten === 1 }))

/** Whether each digest follows from the row before it. */
export function proofsHold(read: ReadSql): boolean {
  let before = ''
  const rows = read<{ day: string; rule: string; days: number | null; place: string; count: number; digest: string }>(
    'SELECT day, rule, days, place, count, digest FROM deletion_proof ORDER BY number',
  ).all()
  return rows.every(({ day, rule, days, place, count, digest }) => {
    before = digestOf(before, [day, rule, days, place, count])
    return before === digest
  })
}
