import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { REMINDED_PEOPLE } from '../reminded-people.ts'
import { storedSizes } from '../stored-sizes.ts'
import { DESCRIPTIVE, IMPERSONAL, KNOWN_COLUMNS, smallGroups } from '../table-attacks.ts'
import { tiedByCell } from '../tied-by-cell.ts'
import { waveAnonymity } from '../wave-anonymity.ts'
import { type StoredRow, type StoredWave, storedWave, wavesOf } from './stored-rows.ts'

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

/** Standard deviations from a random order: fewer than one random order in a million is farther away. */
const FAR = 5

/** How often a row is stored after one with a smaller id, traveler or letter. */
const ASCENTS = `SELECT count(*) AS pairs,
    sum(CASE WHEN id > before THEN 1 ELSE 0 END) AS ids,
    sum(CASE WHEN traveler > travelerBefore THEN 1 ELSE 0 END) AS travelers,
    sum(CASE WHEN letter > letterBefore THEN 1 ELSE 0 END) AS letters
  FROM (SELECT invitation.id, lag(invitation.id) OVER place AS before,
      traveler_id AS traveler, lag(traveler_id) OVER place AS travelerBefore,
      letter.ctid AS letter, lag(letter.ctid) OVER place AS letterBefore
    FROM invitation LEFT JOIN letter ON letter.wave_id = invitation.wave_id
      AND letter.recipient_id = invitation.traveler_id AND letter.kind = 'survey-invitation'
    WHERE invitation.wave_id = @id WINDOW place AS (ORDER BY invitation.ctid)) placed
  WHERE before IS NOT NULL`

interface Ascents {
  readonly pairs: number
  readonly ids: number | null
  readonly travelers: number | null
  readonly letters: number | null
}

/** Keys of answers that were made in an order have equal beginnings; random ones differ early. */
function alikeKeys({ answers }: StoredWave): boolean {
  const beginnings = new Set(Array.from(answers.keys(), (key) => key.slice(0, 5)))
  return answers.size > 1 && beginnings.size < 0.9 * answers.size
}

/**
 * Returns all answers if the positions of rows (`ctid`) reveal the order of arrival. While a wave is open, answers are
 * paired with answered invitations. After unlinking, any order of the invitations shows that they were not stored at
 * random: answered ones would be at the end.
 */
async function physicalOrder(query: ReadQuery, wave: StoredWave): Promise<readonly string[]> {
  const all = [...wave.answers.keys()]
  if (alikeKeys(wave)) return all
  if (wave.status !== 'unlinked') return wave.cells.size > 1 ? pairs(wave, wave.answerRows, wave.invitationRows) : []
  const waveAscents = await query.get<Ascents>(ASCENTS, { id: wave.id })
  if (!waveAscents) return []
  // The ascents of a random order of n rows have the mean (n - 1) / 2 and the variance (n + 1) / 12.
  const distance = (ascents: number | null) =>
    Math.abs((ascents ?? 0) - waveAscents.pairs / 2) / Math.sqrt((waveAscents.pairs + 2) / 12)
  const counted = [waveAscents.ids, waveAscents.travelers, ...(waveAscents.letters === 0 ? [] : [waveAscents.letters])]
  return counted.some((ascents) => distance(ascents) > FAR) ? all : []
}

/** Ties answers to the invitations that the same transaction stored, by their positions in it. */
function sharedTransactions(wave: StoredWave): readonly string[] {
  const invitations = byTransaction(wave.invitationRows)
  return [...byTransaction(wave.answerRows)].flatMap(([transaction, answers]) =>
    tiedInTransaction(wave, answers, invitations.get(transaction) ?? []),
  )
}

function tiedInTransaction(
  wave: StoredWave,
  answers: readonly StoredRow[],
  invitations: readonly StoredRow[],
): readonly string[] {
  if (answers.length === invitations.length && (answers.length === 1 || oneStatementEach(answers, invitations)))
    return pairs(wave, byCommand(answers), byCommand(invitations))
  return tiedByCell(
    wave,
    answers.map(({ key }) => key),
    invitations.map(({ key }) => wave.invitations.get(key)?.cell ?? null),
  )
}

const oneStatementEach = (...sides: readonly (readonly StoredRow[])[]) =>
  sides.every((rows) => new Set(rows.map(({ command }) => command)).size === rows.length)

const byCommand = (rows: readonly StoredRow[]) => rows.toSorted((one, other) => one.command - other.command)

/**
 * Returns all answers if the rows belong together in these orders, that is, no pair has two different cells. An
 * invitation without a cell matches any.
 */
function pairs(
  { answers: answerCells, invitations: invited }: StoredWave,
  answers: readonly StoredRow[],
  invitations: readonly StoredRow[],
): readonly string[] {
  if (answers.length !== invitations.length) return []
  const agree = answers.every(({ key }, n) => {
    const cell = invited.get(invitations[n]?.key ?? '')?.cell ?? null
    return cell === null || cell === answerCells.get(key)?.cell
  })
  return agree ? answers.map(({ key }) => key) : []
}

function byTransaction(rows: readonly StoredRow[]): ReadonlyMap<string, readonly StoredRow[]> {
  const groups = new Map<string, StoredRow[]>()
  for (const row of rows) {
    const group = groups.get(row.transaction) ?? []
    group.push(row)
    groups.set(row.transaction, group)
  }
  return groups
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

const COLUMNS = `SELECT table_name AS "table", column_name AS name, data_type AS type FROM information_schema.columns
  WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`

/** A table of the values of columns, as text. */
const valuesOf = (row: string, columns: readonly Column[]) =>
  `LATERAL (VALUES ${columns.map(({ name }) => `(CAST(${row}."${name}" AS text))`).join(', ')})`

/** Answers with a value that a row about a person also has: an id, a hash, a token. */
async function sharedColumns(query: ReadQuery, { id }: StoredWave): Promise<readonly string[]> {
  const columns = await query.all<Column>(COLUMNS)
  const own = columns.filter(({ table, name }) => table === 'answer' && !DESCRIPTIVE.includes(name))
  const tables = new Set(columns.flatMap(({ table }) => (IMPERSONAL.includes(table) ? [] : [table])))
  const tied: string[] = []
  for (const table of tables) {
    const theirs = valuesOf(
      'person',
      columns.filter((column) => column.table === table),
    )
    const answerRows = await query.all<{ key: Buffer }>(
      `SELECT DISTINCT answer.key FROM "${table}" person, ${theirs} AS their(value), answer, ${valuesOf('answer', own)} AS own(value)
       WHERE answer.wave_id = @id AND length(own.value) >= 8 AND own.value = their.value`,
      { id },
    )
    tied.push(...answerRows.map(({ key }) => key.toString('latin1')))
  }
  return tied
}

const DAY_MS = 86_400_000

/** Answers with a moment between the opening and now: in a column, or as the time of their transaction. */
async function momentsStored(query: ReadQuery, wave: StoredWave, now: number): Promise<readonly string[]> {
  const columns = await query.all<Column>(COLUMNS)
  const [from, to] = [wave.openedAt - DAY_MS, now + DAY_MS]
  const tied: string[] = []
  for (const { table, name, type } of columns) {
    if (table !== 'answer' || KNOWN_COLUMNS.includes(name)) continue
    const condition = isMoment(name, type, from, to)
    if (condition) tied.push(...(await keysWhere(query, wave.id, condition)))
  }
  const commits = new Set(wave.answerRows.map(({ transaction }) => transaction))
  if (commits.size > 1 && (await keepsCommitTimes(query))) tied.push(...wave.answers.keys())
  return tied
}

function isMoment(name: string, type: string, from: number, to: number): string | null {
  const iso = (at: number) => new Date(at).toISOString()
  if (/^(timestamp|date)/.test(type)) return `CAST("${name}" AS timestamp) BETWEEN '${iso(from)}' AND '${iso(to)}'`
  if (/^(bigint|integer|numeric|double)/.test(type))
    return `"${name}" BETWEEN ${from} AND ${to} OR "${name}" BETWEEN ${from / 1000} AND ${to / 1000}`
  if (type === 'text') return `left("${name}", 10) BETWEEN '${iso(from).slice(0, 10)}' AND '${iso(to).slice(0, 10)}'`
  return null
}

const keepsCommitTimes = async (query: ReadQuery): Promise<boolean> =>
  (await query.get<{ setting: string }>(`SELECT current_setting('track_commit_timestamp') AS setting`))?.setting ===
  'on'

const keysWhere = async (query: ReadQuery, waveId: string, condition: string): Promise<readonly string[]> =>
  (
    await query.all<{ key: Buffer }>(`SELECT key FROM answer WHERE wave_id = @waveId AND (${condition})`, { waveId })
  ).map(({ key }) => key.toString('latin1'))
