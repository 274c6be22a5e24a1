import type { SnapshotQuery } from '@wayproof/database/query/query'
import type { ChainedEntry } from '../audit-entry.ts'
import { CHAIN_START, type ChainPlace } from '../entry-chain.ts'
import { detailsOf } from '../entry-details.ts'
import type { StoredChain } from '../verify-chain.ts'

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

/** Also before it is chained, because the deletion has moved the anchor already. */
const LAST_DELETION = `SELECT details FROM audit_entry WHERE act = 'entries-deleted' ORDER BY id DESC LIMIT 1`

/** Reads the chain with SQL, because `verify` opens a file without Prisma Client. */
export async function readStoredChain(query: SnapshotQuery): Promise<StoredChain> {
  const chain = await query.get<ChainRow>(CHAIN)
  const deletion = await query.get<{ details: string }>(LAST_DELETION)
  return {
    deletedTo: deletion ? placeOf(deletion.details) : CHAIN_START,
    anchor: chain ? { number: chain.anchorNumber, hash: chain.anchorHash } : CHAIN_START,
    head: chain ? { number: chain.headNumber, hash: chain.headHash } : CHAIN_START,
    entries: await query.all<ChainedEntry>(ENTRIES),
  }
}

/** The last deleted entry, as the details of a deletion name it. */
function placeOf(details: string): ChainPlace {
  const { number, hash } = detailsOf(details)
  return typeof number === 'number' && typeof hash === 'string' ? { number, hash } : CHAIN_START
}
