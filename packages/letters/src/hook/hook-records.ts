import type { Prisma } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { hasSampleRecord } from '@wayproof/journal/sample-data/sample-lock'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { lastAlerts, saveAlerts } from '../deadlines/alert-rows.ts'
import type { ClaimedHookMessage, NewHookMessage } from './hook-message.ts'
import type { HookStore } from './hook-store.ts'

/** The reader of the web hook among those who were alerted of deadlines. No user has this id. */
const READER = 'web-hook'
const DAY_MS = 86_400_000
/** Days for which a message that has ended is stored, so that it is not told again. */
const STORED_DAYS = 60

type Records = Pick<Prisma.TransactionClient, 'hookMessage' | 'deadlineAlert' | 'sampleData'>

/** Messages to the web hook, with their retries. */
export function hookStore(database: RecordDatabase, { ids }: { readonly ids: Ids }): HookStore {
  const isKnown = async ({ hookMessage }: Pick<Records, 'hookMessage'>, dedupeKey: string) =>
    (await hookMessage.findUnique({ where: { dedupeKey } })) !== null

  return {
    post: async (message, at) => {
      if (await isKnown(await database.records(), message.dedupeKey)) return false
      return database.transaction(({ records }) => insert(records, message, at))
    },

    alert: async (compose, at) => {
      const records = await database.records()
      const first = compose(await lastAlerts(records, READER))
      if (!first || (await isKnown(records, first.message.dedupeKey))) return false
      return database.transaction(async (transaction) => {
        const composed = compose(await lastAlerts(transaction.records, READER))
        if (!composed || !(await insert(transaction.records, composed.message, at))) return false
        await saveAlerts(transaction.records, READER, composed.alerts, at)
        return true
      })
    },

    claim: async (now, leaseUntil) => {
      const { hookMessage } = await database.records()
      const due = { endedAt: null, notBefore: { lte: new Date(now) } }
      const next = await hookMessage.findFirst({ where: due, orderBy: [{ notBefore: 'asc' }, { id: 'asc' }] })
      if (!next) return null
      // Another sender may have claimed it since.
      const { id, attempts } = next
      const data = { attempts: { increment: 1 }, notBefore: new Date(leaseUntil) }
      const { count } = await hookMessage.updateMany({ where: { id, attempts, endedAt: null }, data })
      if (count === 0) return null
      const { kind, count: things, due: dueOn, path, createdAt } = next
      return recordOf<ClaimedHookMessage>({
        id,
        kind,
        count: things,
        due: dueOn,
        path,
        createdAt,
        attempt: attempts + 1,
      })
    },

    end: async (id, fault, now) => {
      const { hookMessage } = await database.records()
      await hookMessage.updateMany({ where: { id }, data: { fault, endedAt: new Date(now) } })
      const expired = { endedAt: { lt: new Date(now - STORED_DAYS * DAY_MS) } }
      await hookMessage.deleteMany({ where: expired })
    },

    retry: async (id, fault, notBefore) => {
      const { hookMessage } = await database.records()
      await hookMessage.updateMany({ where: { id, endedAt: null }, data: { fault, notBefore: new Date(notBefore) } })
    },

    state: async () => {
      const { hookMessage } = await database.records()
      const accepted = await hookMessage.findFirst({
        where: { endedAt: { not: null }, fault: null },
        orderBy: { endedAt: 'desc' },
      })
      const newest = await hookMessage.findFirst({ where: { attempts: { gt: 0 } }, orderBy: { createdAt: 'desc' } })
      return {
        waiting: await hookMessage.count({ where: { endedAt: null } }),
        acceptedAt: accepted?.endedAt?.getTime() ?? null,
        fault: newest?.fault ?? null,
      }
    },
  }

  async function insert({ hookMessage, sampleData }: Records, message: NewHookMessage, at: Instant) {
    if ((await isKnown({ hookMessage }, message.dedupeKey)) || (await hasSampleRecord({ sampleData }))) return false
    const moment = new Date(at)
    await hookMessage.create({ data: { ...message, id: ids.next(), createdAt: moment, notBefore: moment } })
    return true
  }
}
