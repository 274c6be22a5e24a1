import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from './add-audit-entry.ts'
import { addReading, ONE_READING_BY_KEY_MS, ONE_READING_MS } from './add-reading.ts'
import { chainNewEntries } from './chain-new-entries.ts'
import { CHAIN_START } from './entry-chain.ts'
import { addFailedSignIn } from './failed-sign-in.ts'
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
