import type { AuditEntry } from '@wayproof/database/generated/client'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Instant } from '@wayproof/kernel/clock'
import { addAuditEntry } from './add-audit-entry.ts'
import { addReading, ONE_READING_BY_KEY_MS, ONE_READING_MS } from './add-reading.ts'
import type { StoredEntry } from './audit-entry.ts'
import { CHAIN_START, placesAfter } from './entry-chain.ts'
import { detailsOf } from './entry-details.ts'
import type { AuditLogStore } from './ports.ts'
import { countEntries, entriesInChunks, listActors, searchEntries } from './rows/search-entries.ts'
import { readStoredChain } from './rows/stored-chain.ts'
import { type ChainFault, verifyChain } from './verify-chain.ts'

/** The audit log, which records who did what. */
export function auditLogStore(database: QueryDatabase, { timeZone }: { readonly timeZone: string }): AuditLogStore {
  return {
    add: (entry) => database.transaction(({ records }) => addAuditEntry(records, entry)),
    addReading: (entry) => addReading(database, entry, ONE_READING_MS),
    addReadingByKey: (entry) => addReading(database, entry, ONE_READING_BY_KEY_MS),
    addFailedSignIn: (at) => addFailedSignIn(database, at),
    newest: async (limit) => {
      const { auditEntry } = await database.records()
      const select = { id: true, at: true, act: true, actorId: true } as const
      const entries = await auditEntry.findMany({ select, orderBy: { id: 'desc' }, take: limit })
      return entries.map((entry) => ({ ...entry, at: entry.at.getTime() }))
    },
    search: (query) => searchEntries(database, query, timeZone),
    all: (filter) => entriesInChunks(database, filter, timeZone),
    count: (filter) => countEntries(database, filter, timeZone),
    actors: (hidden) => listActors(database, hidden),
    state: async () => {
      const { auditChain } = await database.records()
      const chain = await auditChain.findUnique({ where: { id: 1 } })
      if (!chain) return { entries: 0, head: CHAIN_START, deleted: 0, verifiedAt: null, fault: null }
      const { anchorNumber, headNumber, headHash, verifiedAt, fault } = chain
      return {
        entries: headNumber - anchorNumber,
        head: { number: headNumber, hash: headHash },
        deleted: anchorNumber,
        verifiedAt: verifiedAt?.getTime() ?? null,
        fault: fault === null ? null : (JSON.parse(fault) as ChainFault),
      }
    },
    chainNew: (now) => chainNewEntries(database, now),
    verify: async (now) => {
      const verification = verifyChain(await database.readSnapshot(readStoredChain))
      const [fault] = verification.faults
      const data = { verifiedAt: new Date(now), fault: fault ? JSON.stringify(fault) : null }
      const { auditChain } = await database.records()
      await auditChain.updateMany({ where: { id: 1 }, data })
      return verification
    },
  }
}

/** Entries in one transaction. */
const CHUNK = 200

/**
 * Gives new entries their places in the chain, in the order in which they were written. Returns their number. Two
 * processes may run it at once: the second continues after the first.
 */
async function chainNewEntries(database: RecordDatabase, now: Instant): Promise<number> {
  // Most minutes have nothing to chain, and need no lock.
  const { auditEntry } = await database.records()
  if (!(await auditEntry.findFirst({ where: { number: null } }))) return 0
  let total = 0
  for (;;) {
    const chained = await chainChunk(database, now)
    total += chained
    if (chained < CHUNK) return total
  }
}

const chainChunk = (database: RecordDatabase, now: Instant): Promise<number> =>
  database.transaction(async ({ records: { auditChain, auditEntry } }) => {
    // The count of failed sign-ins still grows in their minute.
    const growing = { act: 'sign-in-failed', at: { gt: new Date(now - MINUTE_MS) } }
    const waiting = await auditEntry.findMany({
      where: { number: null, NOT: growing },
      orderBy: { id: 'asc' },
      take: CHUNK,
    })
    if (waiting.length === 0) return 0
    const chain = await auditChain.findUnique({ where: { id: 1 } })
    const start = chain ? { number: chain.headNumber, hash: chain.headHash } : CHAIN_START
    const places = placesAfter(start, waiting.map(entryOf))
    for (const [index, { id }] of waiting.entries())
      await auditEntry.update({ where: { id }, data: places[index] ?? {} })
    const { number: headNumber, hash: headHash } = places.at(-1) ?? start
    const create = { anchorNumber: CHAIN_START.number, anchorHash: CHAIN_START.hash, headNumber, headHash }
    await auditChain.upsert({ where: { id: 1 }, create, update: { headNumber, headHash } })
    return waiting.length
  })

/** An entry as Prisma Client returns it. */
const entryOf = ({ at, actorId, act, subject, details }: AuditEntry): StoredEntry => ({
  at: at.getTime(),
  actorId,
  act,
  subject,
  details,
})

const MINUTE_MS = 60_000

/** Counts the failed sign-ins of a minute in one entry, so that strangers cannot fill the log. */
const addFailedSignIn = (database: RecordDatabase, now: Instant): Promise<void> =>
  database.transaction(async ({ records: { auditEntry } }) => {
    const minute = { act: 'sign-in-failed', at: new Date(now - (now % MINUTE_MS)) }
    const counted = await auditEntry.findFirst({ where: { ...minute, number: null } })
    const count = Number(detailsOf(counted?.details ?? '{}').count ?? 0) + 1
    const details = JSON.stringify({ count })
    if (counted) await auditEntry.update({ where: { id: counted.id }, data: { details } })
    else await auditEntry.create({ data: { ...minute, subject: '', details } })
  })
