import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import type { ServiceStore } from '@wayproof/oversight/services/ports'
import { type DeliveryHold, HELD_LONG_MS } from '@wayproof/oversight/services/service'
import { askOfficers, mailEnd } from '../questions/question-rows.ts'
import { withdrawQuestion } from '../questions/start/withdraw-question.ts'

/** A hold whose next try was due this long ago has ended: its letters are gone, or its scheduler is. */
const FORGOTTEN_MS = 86_400_000
/** Holds that begin again within this time are one: a server may accept letters to us and refuse those to travelers. */
const ENDED_AFTER_MS = 15 * 60_000
const ALL = ''

interface Parts {
  readonly ids: Ids
  readonly timeZone: string
}

/** Letters that wait for a server, see ServiceStore. */
export function deliveryHoldStore(database: QueryDatabase, parts: Parts): Pick<ServiceStore, 'holds' | 'recordHolds'> {
  return {
    holds: async () => {
      const { deliveryHold } = await database.records()
      const holds = await deliveryHold.findMany({ where: { acceptedAt: null }, orderBy: { domain: 'asc' } })
      return holds.map(({ acceptedAt: _, ...hold }) => recordOf<DeliveryHold>(hold))
    },

    recordHolds: async (reported, accepted, now) => {
      const current = reported.filter(({ nextTryAt }) => now - nextTryAt < FORGOTTEN_MS)
      // Reads first: usually nothing is held, and then no writer has to wait.
      if (current.length === 0 && !(await (await database.records()).deliveryHold.findFirst())) return false
      return database.transaction(async (transaction) => {
        const { deliveryHold } = transaction.records
        for (const { domain, since, nextTryAt, ...hold } of current) {
          const update = { ...hold, nextTryAt: new Date(nextTryAt), acceptedAt: null }
          const create = { domain, since: new Date(since), ...update }
          await deliveryHold.upsert({ where: { domain }, create, update })
        }
        const areAllHeld = current.some(({ domain }) => domain === ALL)
        for (const row of await deliveryHold.findMany()) {
          const hold = recordOf<StoredHold>(row)
          const isAccepted = hold.domain === ALL ? accepted.size > 0 : accepted.has(hold.domain)
          if (!current.some(({ domain }) => domain === hold.domain))
            await endHold(transaction, parts, hold, { areAllHeld, isAccepted, now })
          else if (now - hold.since >= HELD_LONG_MS) await askOfficers(transaction, parts, questionOf(hold), now)
        }
        return (await deliveryHold.findFirst()) !== null
      })
    },
  }
}

interface StoredHold extends DeliveryHold {
  readonly acceptedAt: Instant | null
}

const questionOf = ({ domain, since, cause, reply }: StoredHold) =>
  ({ kind: 'letters-held', data: { domain, since, cause, reply } }) as const

/** Ends a hold that is no longer reported, once that is sure. */
async function endHold(
  transaction: QueryTransaction,
  parts: Parts,
  hold: StoredHold,
  {
    areAllHeld,
    isAccepted,
    now,
  }: { readonly areAllHeld: boolean; readonly isAccepted: boolean; readonly now: Instant },
): Promise<void> {
  const { domain, since, nextTryAt, acceptedAt } = hold
  const { deliveryHold } = transaction.records
  if (acceptedAt === null && isAccepted)
    await deliveryHold.update({ where: { domain }, data: { acceptedAt: new Date(now) } })
  const isEnded = acceptedAt !== null && now - acceptedAt >= ENDED_AFTER_MS
  if (!isEnded && !areAllHeld && now - nextTryAt < FORGOTTEN_MS) return
  await deliveryHold.delete({ where: { domain } })
  await withdrawQuestion(transaction.query, 'letters-held', domain, now)
  if (isEnded && acceptedAt - since >= HELD_LONG_MS)
    await mailEnd(transaction, parts, questionOf(hold), acceptedAt, now)
}
