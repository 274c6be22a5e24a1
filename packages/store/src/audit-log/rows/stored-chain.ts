import { CHAIN_START, type ChainedEntry, type StoredChain } from '@wayproof/oversight/audit-log'
import type { SnapshotQuery } from '../../engine/query/query.ts'

interface ChainRow {
  readonly anchorNumber: number
  readonly anchorHash: string
  readonly headNumber: number
  readonly headHash: string
}

const CHAIN = `SELECT anchor_number AS anchorNumber, anchor_hash AS anchorHash, head_number AS headNumber,
  head_hash AS headHash FROM audit_chain`

const ENTRIES = `SELECT at, actor_id AS actorId, act, subject, details, number, hash FROM audit_entry
  WHERE number IS NOT NULL ORDER BY number`

/** Reads the chain with SQL, because `verify` opens a file without Prisma Client. */
export async function readStoredChain(query: SnapshotQuery): Promise<StoredChain> {
  const chain = await query.get<ChainRow>(CHAIN)
  return {
    anchor: chain ? { number: chain.anchorNumber, hash: chain.anchorHash } : CHAIN_START,
    head: chain ? { number: chain.headNumber, hash: chain.headHash } : CHAIN_START,
    entries: await query.all<ChainedEntry>(ENTRIES),
  }
}
