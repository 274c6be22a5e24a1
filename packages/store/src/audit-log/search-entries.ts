import { addDays, instantOf } from '@wayproof/kernel'
import type { AuditLogStore, AuditQuery } from '@wayproof/oversight/audit-log'
import type { RecordDatabase } from '../engine/record-database.ts'
import type { Prisma } from '../generated/client.ts'
import { entryOf } from './entry-record.ts'

/** A page of the entries that match, newest first, with the names of users. */
export async function searchEntries(
  database: RecordDatabase,
  asked: AuditQuery,
  timeZone: string,
): ReturnType<AuditLogStore['search']> {
  const records = await database.records()
  const where = conditionOf(asked, timeZone)
  const found = await records.auditEntry.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: asked.offset,
    take: asked.limit,
  })
  const names = await namesOf(
    records,
    found.flatMap(({ actorId, subject }) => [...(actorId === null ? [] : [actorId]), subject]),
  )
  const entries = found.map((entry) => ({
    ...entryOf(entry),
    number: entry.number,
    by: names.get(entry.actorId ?? '') ?? null,
    about: names.get(entry.subject) ?? null,
  }))
  return { entries, total: await records.auditEntry.count({ where }) }
}

function conditionOf(
  { act, actorId, subject, from, to, hidden }: AuditQuery,
  timeZone: string,
): Prisma.AuditEntryWhereInput {
  const midnight = (day: string) => new Date(instantOf(`${day}T00:00`, timeZone))
  return {
    ...(act === null ? {} : { act }),
    NOT: { act: { in: [...hidden] } },
    ...(actorId === null ? {} : { actorId }),
    ...(subject === '' ? {} : { subject: { contains: subject } }),
    at: { ...(from === null ? {} : { gte: midnight(from) }), ...(to === null ? {} : { lt: midnight(addDays(to, 1)) }) },
  }
}

/** Users who acted, by name. */
export async function listActors(database: RecordDatabase): ReturnType<AuditLogStore['actors']> {
  const records = await database.records()
  const actors = await records.auditEntry.groupBy({ by: ['actorId'], where: { actorId: { not: null } } })
  const names = await namesOf(
    records,
    actors.flatMap(({ actorId }) => actorId ?? []),
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
