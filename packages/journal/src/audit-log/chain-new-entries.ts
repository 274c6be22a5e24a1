import type { AuditEntry } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { StoredEntry } from './audit-entry.ts'
import { CHAIN_START, placesAfter } from './entry-chain.ts'
import { MINUTE_MS } from './failed-sign-in.ts'

/** Entries in one transaction. */
const CHUNK = 200

/**
 * Gives new entries their places in the chain, in the order in which they were written. Returns their number. Two
 * processes may run it at once: the second continues after the first.
 */
export async function chainNewEntries(database: RecordDatabase, now: Instant): Promise<number> {
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
