import type { Prisma } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** At most `calls` in each window of `milliseconds`. */
export interface CallLimit {
  readonly calls: number
  readonly milliseconds: number
}

/**
 * A key is a kind, and after `|` an address or another detail, which is stored as a keyed hash: the table does not reveal
 * who called.
 */
export interface CallLimitStore {
  /**
   * Counts one call of `key` and returns null, or the milliseconds to wait if the limit is reached (such a call is not
   * counted). A window begins with its first call and no call extends it, so an even pace below the limit is never
   * refused; twice as many calls fit into a period that spans two windows.
   */
  take(key: string, limit: CallLimit, now: Instant): Promise<number | null>
  /** Removes one call from the count. */
  giveBack(key: string): Promise<void>
  forget(key: string): Promise<void>
}

/** Longer than any limit in use: older counts have no effect. */
const KEEP = 24 * 3_600_000

const PRUNE_EVERY = 60_000

/** More callers than this are an attack. The oldest counts are deleted first. */
export const MOST_COUNTS = 100_000

export function callLimitStore(database: RecordDatabase, keyring: Pick<Keyring, 'mac'>): CallLimitStore {
  let prunedAt: Instant | null = null
  const stored = (key: string) => {
    const [kind = '', ...detail] = key.split('|')
    return detail.length === 0
      ? kind
      : `${kind}|${Buffer.from(keyring.mac('session', `limit:${key}`)).toString('base64url')}`
  }
  return {
    take: (key, limit, now) => {
      const isPruneDue = prunedAt === null || Math.abs(now - prunedAt) >= PRUNE_EVERY
      if (isPruneDue) prunedAt = now
      return database.transaction(async ({ records }) => {
        if (isPruneDue) await prune(records, now)
        return takeCall(records, stored(key), limit, now)
      })
    },
    giveBack: async (key) => {
      const { rateLimit } = await database.records()
      await rateLimit.updateMany({ where: { key: stored(key), count: { gt: 0 } }, data: { count: { decrement: 1 } } })
    },
    forget: async (key) => {
      const { rateLimit } = await database.records()
      await rateLimit.deleteMany({ where: { key: stored(key) } })
    },
  }
}

/** At most once a minute and by the index, because other writers wait. */
async function prune({ rateLimit }: Prisma.TransactionClient, now: Instant): Promise<void> {
  await rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now - KEEP) } } })
  const newestToGo = await rateLimit.findFirst({ orderBy: { lastRequest: 'desc' }, skip: MOST_COUNTS })
  if (newestToGo) await rateLimit.deleteMany({ where: { lastRequest: { lte: newestToGo.lastRequest } } })
}

/** `take` inside a transaction. */
export async function takeCall(
  { rateLimit }: Prisma.TransactionClient,
  key: string,
  { calls, milliseconds }: CallLimit,
  now: Instant,
): Promise<number | null> {
  const row = await rateLimit.findUnique({ where: { key } })
  // The sign-in library named the column; it contains the moment of the first call of the window.
  const start = row && Number(row.lastRequest)
  const isRunning = start !== null && now - start < milliseconds
  const count = isRunning ? (row?.count ?? 0) : 0
  if (isRunning && count >= calls) return start + milliseconds - now
  const taken = { count: count + 1, lastRequest: BigInt(isRunning ? start : now) }
  await rateLimit.upsert({ where: { key }, create: { id: key, key, ...taken }, update: taken })
  return null
}
