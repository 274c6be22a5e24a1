import { displayShare, type Share } from '@wayproof/kernel'
import type { Verdict } from '@wayproof/scorecard'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

/** Figures of a goal that the table may name, under its own names. */
export type Figures = Readonly<Record<string, unknown>>

/** Returns the database that counts what a scenario has written. */
export type CountedOn = (written: SqliteDatabase) => Promise<QueryDatabase>

/** The table's names for the figures of every verdict. `share` is the count, also on an empty base. */
export const commonFigures = (verdict: Verdict, share: Share) => ({
  ...share,
  display: displayShare(share),
  meetsTarget: { met: true, missed: false, unknown: null }[verdict.verdict],
  status: verdict.status,
  reason: verdict.reason,
  missing: verdict.missing,
})
