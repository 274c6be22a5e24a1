import type { Id, Ids } from '@wayproof/kernel'
import type { AlertStore } from '@wayproof/letters'
import type { LastAlert } from '@wayproof/oversight'
import type { QueryDatabase } from '../engine/query/query-database.ts'
import type { Prisma } from '../generated/client.ts'
import { insertLetter } from '../outbox/insert-letter.ts'

type Records = Pick<Prisma.TransactionClient, 'deadlineAlert'>

/** Most values of one statement; the others are forgotten the next day. */
const MOST_FORGOTTEN = 1_000

/** The last alerts of each user, and the letters of new ones. */
export function alertStore(database: QueryDatabase, { ids }: { readonly ids: Ids }): AlertStore {
  return {
    alert: async (user, compose, at) => {
      // Reads first: usually there is nothing new, and then no writer has to wait.
      if (!compose(await lastAlerts(await database.records(), user))) return false
      return database.transaction(async ({ records, query }) => {
        const composed = compose(await lastAlerts(records, user))
        if (!composed) return false
        // Today's digest has left: the alerts wait for the next one.
        if ((await insertLetter(query, ids.next(), composed.letter, at)) === 0) return false
        for (const { deadline, due, step } of composed.alerts) {
          const alerted = { due, step, alertedAt: new Date(at) }
          await records.deadlineAlert.upsert({
            where: { userId_deadline: { userId: user, deadline } },
            create: { userId: user, deadline, ...alerted },
            update: alerted,
          })
        }
        return true
      })
    },
    forget: async (open) => {
      const { deadlineAlert } = await database.records()
      const known = await deadlineAlert.findMany({ distinct: ['deadline'], select: { deadline: true } })
      const isOpen = new Set(open)
      const stale = known.map(({ deadline }) => deadline).filter((deadline) => !isOpen.has(deadline))
      await deadlineAlert.deleteMany({ where: { deadline: { in: stale.slice(0, MOST_FORGOTTEN) } } })
    },
  }
}

async function lastAlerts({ deadlineAlert }: Records, userId: Id): Promise<readonly LastAlert[]> {
  const alerts = await deadlineAlert.findMany({ where: { userId }, select: { deadline: true, due: true, step: true } })
  return alerts.map((alert) => ({ ...alert, step: alert.step as LastAlert['step'] }))
}
