import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { REMINDED_PEOPLE } from '../reminded-people.ts'
import { storedSizes } from '../stored-sizes.ts'
import { smallGroups } from '../table-attacks.ts'
import { waveAnonymity } from '../wave-anonymity.ts'
import { physicalOrder } from './physical-order.ts'
import { sharedTransactions } from './shared-transactions.ts'
import { momentsStored, sharedColumns } from './stored-columns.ts'
import { type StoredWave, storedWave, wavesOf } from './stored-rows.ts'

/**
 * Tries to tie stored answers to people, with SQL but without the key. Returns one row of counts for each wave, in the
 * order of periods. `write-log` attacks transactions (`xmin`, `cmin`), `row-order` the positions of rows (`ctid`), and
 * `freed-bytes` deleted rows that are still stored. Changes nothing.
 */
export const attackPostgresql = (
  database: QueryDatabase,
  { period, now }: { readonly period?: PeriodKey; readonly now: Instant },
): Promise<readonly WaveAnonymity[]> =>
  database.readSnapshot(async (query) => {
    const attackedWaves: WaveAnonymity[] = []
    // One wave at a time, because each has all invited people in memory.
    for (const wave of await wavesOf(query, period))
      attackedWaves.push(await attackWave(query, await storedWave(query, wave), now))
    return attackedWaves
  })

async function attackWave(query: SnapshotQuery, wave: StoredWave, now: Instant): Promise<WaveAnonymity> {
  const all = [...wave.answers.keys()]
  const dead = await deadRows(query, wave)
  const drafts = await query.all<{ id: string; bytes: number }>(DRAFTS, { id: wave.id })
  const answered = [...wave.invitations].flatMap(([id, invitation]) => (invitation.answered ? [id] : []))
  return waveAnonymity(wave, {
    tied: {
      'shared-values': await sharedColumns(query, wave),
      'stored-moments': await momentsStored(query, wave, now),
      'row-order': await physicalOrder(query, wave),
      'stored-sizes': storedSizes(wave, drafts),
      'small-groups': smallGroups(wave),
      // A deleted row has the number of the transaction that stored it.
      'freed-bytes': dead.answer > 0 && dead.invitation > 0 ? all : [],
      'write-log': sharedTransactions(wave),
      'earlier-copy': null,
    },
    respondentsKnown: dead.invitation > 0 ? all.length : answered.length,
    draftsKnown: drafts.length + dead.draft,
    remindedKnown: new Set(await remindedIn(query, wave.id)).size + dead.letter,
  })
}

const DRAFTS = `SELECT invitation.id, length(sealed) AS bytes FROM draft JOIN invitation ON invitation.id = invitation_id
  WHERE wave_id = @id`

const REMINDERS = `SELECT substr(dedupe_key, 10) AS id FROM letter WHERE wave_id = @id AND dedupe_key LIKE 'reminder:%'`

async function remindedIn(query: ReadQuery, id: string): Promise<readonly string[]> {
  const invitationIds: string[] = []
  for (const statement of [REMINDERS, ...REMINDED_PEOPLE])
    for (const reminded of await query.all<{ id: string }>(statement, { id })) invitationIds.push(reminded.id)
  return invitationIds
}

/** Whether these tables may still contain rows that were deleted before or at the unlinking. */
interface DeadRows {
  readonly answer: number
  readonly invitation: number
  readonly draft: number
  readonly letter: number
}

const NONE: DeadRows = { answer: 0, invitation: 0, draft: 0, letter: 0 }

// A table whose oldest possible transaction is newer than the unlinking contains no row that was deleted by then.
const TABLES = `SELECT relname AS name, pg_relation_size(oid) / CAST(current_setting('block_size') AS bigint) AS pages,
    age(relfrozenxid) < age(CAST(CAST(@cut AS text) AS xid)) AS wiped
  FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST(CAST(current_schema() AS text) AS regnamespace)
    AND relname IN ('answer', 'invitation', 'draft', 'letter')`

/** A deleted row leaves a gap in the numbers of its page, and a page without rows remains. */
const GAPS = (table: string) => `SELECT count(*) AS pages, coalesce(sum(last - rows), 0) AS gaps
  FROM (SELECT count(*) AS rows, max((CAST(CAST(ctid AS text) AS point))[1]) AS last
    FROM ${table} GROUP BY (CAST(CAST(ctid AS text) AS point))[0]) page`

interface TableRow {
  readonly name: keyof DeadRows
  readonly pages: number
  readonly wiped: 0 | 1
}

/** Number of deleted rows in the tables, unless they were rewritten since the wave was unlinked. */
async function deadRows(query: ReadQuery, { status, answerRows }: StoredWave): Promise<DeadRows> {
  const cut = answerRows[0]?.transaction
  if (status !== 'unlinked' || cut === undefined) return NONE
  const rowCounts: Record<keyof DeadRows, number> = { ...NONE }
  for (const { name, pages, wiped } of await query.all<TableRow>(TABLES, { cut })) {
    if (wiped === 1) continue
    const live = await query.get<{ pages: number; gaps: number }>(GAPS(name))
    rowCounts[name] = (live?.gaps ?? 0) + Math.max(0, pages - (live?.pages ?? 0))
  }
  return rowCounts
}
