import type { Prisma } from '@wayproof/database/generated/client'
import type { Values } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { instantOf } from '@wayproof/kernel/calendar/local-time'
import { detailsOf } from '../entry-details.ts'
import type { AuditFilter, AuditLogStore, AuditQuery, FoundEntry, HiddenEntries } from '../ports.ts'

interface Condition {
  readonly sql: string
  readonly values: Values
}

type FoundRow = Omit<FoundEntry, 'details' | 'by' | 'about'> & { readonly id: number; readonly details: string }

/** Entries that are read at once. */
const CHUNK = 1_000

const COLUMNS = 'id, at, actor_id AS actorId, act, subject, details'

/** A page of the entries that match, newest first, with the names of users. */
export async function searchEntries(
  database: QueryDatabase,
  { offset, limit, ...filter }: AuditQuery,
  timeZone: string,
): ReturnType<AuditLogStore['search']> {
  const { sql, values } = conditionOf(filter, timeZone)
  const rows = await database.query.all<FoundRow>(
    `SELECT ${COLUMNS} FROM audit_entry WHERE ${sql} ORDER BY id DESC LIMIT @limit OFFSET @offset`,
    { ...values, limit, offset },
  )
  return namedEntries(database, rows)
}

/** All entries that match, newest first, in chunks. Entries that are added during the reading are left out. */
export async function* entriesInChunks(
  database: QueryDatabase,
  filter: AuditFilter,
  timeZone: string,
): AsyncGenerator<readonly FoundEntry[]> {
  const { sql, values } = conditionOf(filter, timeZone)
  const statement = `SELECT ${COLUMNS} FROM audit_entry WHERE id < @beforeId AND ${sql} ORDER BY id DESC LIMIT @limit`
  let beforeId = 2_147_483_647
  for (;;) {
    const rows = await database.query.all<FoundRow>(statement, { ...values, beforeId, limit: CHUNK })
    if (rows.length > 0) yield await namedEntries(database, rows)
    const last = rows.at(CHUNK - 1)
    if (!last) return
    beforeId = last.id
  }
}

async function namedEntries(database: QueryDatabase, rows: readonly FoundRow[]): Promise<readonly FoundEntry[]> {
  const names = await namesOf(
    await database.records(),
    rows.flatMap(({ actorId, subject }) => [...(actorId === null ? [] : [actorId]), subject]),
  )
  return rows.map(({ id: _, details, ...row }) => ({
    ...row,
    details: detailsOf(details),
    by: names.get(row.actorId ?? '') ?? null,
    about: names.get(row.subject) ?? null,
  }))
}

/** How many entries match. */
export async function countEntries(database: QueryDatabase, filter: AuditFilter, timeZone: string): Promise<number> {
  const { sql, values } = conditionOf(filter, timeZone)
  const row = await database.query.get<{ total: number }>(
    `SELECT count(*) AS total FROM audit_entry WHERE ${sql}`,
    values,
  )
  return Number(row?.total ?? 0)
}

function conditionOf({ act, actorId, subject, from, to, hidden }: AuditFilter, timeZone: string): Condition {
  const midnight = (day: string) => new Date(instantOf(`${day}T00:00`, timeZone))
  const conditions: readonly Condition[] = [
    ...(act === null ? [] : [{ sql: 'act = @act', values: { act } }]),
    ...(actorId === null ? [] : [{ sql: 'actor_id = @actorId', values: { actorId } }]),
    ...(subject === '' ? [] : [like('subject', `%${escaped(subject)}%`)]),
    ...(from === null ? [] : [{ sql: 'at >= @from', values: { from: midnight(from) } }]),
    ...(to === null ? [] : [{ sql: 'at < @before', values: { before: midnight(addDays(to, 1)) } }]),
    ...hidden.map(notHidden),
  ]
  return {
    sql: ['1 = 1', ...conditions.map(({ sql }) => sql)].join(' AND '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)) as Values,
  }
}

const notHidden = ({ act, subjectStart }: HiddenEntries, index: number): Condition => {
  const subject = like(`hiddenSubject${index}`, `${escaped(subjectStart)}%`)
  return {
    sql: `NOT (act = @hiddenAct${index} AND ${subject.sql})`,
    values: { ...subject.values, [`hiddenAct${index}`]: act },
  }
}

/** Compares subjects without regard to case, on both engines. */
const like = (name: string, pattern: string): Condition => ({
  sql: `lower(subject) LIKE lower(@${name}) ESCAPE '!'`,
  values: { [name]: pattern },
})

/** Text that `LIKE` takes literally. */
const escaped = (text: string): string => text.replaceAll(/[!%_]/g, '!$&')

/** Users who did something that the reader may know of, by name. */
export async function listActors(
  database: QueryDatabase,
  hidden: readonly HiddenEntries[],
): ReturnType<AuditLogStore['actors']> {
  const { sql, values } = conditionOf({ act: null, actorId: null, subject: '', from: null, to: null, hidden }, 'UTC')
  const actors = await database.query.all<{ actorId: string }>(
    `SELECT DISTINCT actor_id AS actorId FROM audit_entry WHERE actor_id IS NOT NULL AND ${sql}`,
    values,
  )
  const names = await namesOf(
    await database.records(),
    actors.map(({ actorId }) => actorId),
  )
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Names of users by id, also of removed ones, and of API keys. */
async function namesOf(
  { user, formerUser, apiKey }: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const query = { where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } }
  const named = [
    ...(await formerUser.findMany(query)),
    ...(await user.findMany(query)),
    ...(await apiKey.findMany(query)),
  ]
  return new Map(named.map(({ id, name }) => [id, name]))
}
