import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import type { Ids } from '@wayproof/kernel/id'
import { lastAlerts, saveAlerts } from './alert-rows.ts'
import type { AlertStore } from './alert-store.ts'

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
        await saveAlerts(records, user, composed.alerts, at)
        return true
      })
    },
    forget: async (open) => {
      const { deadlineAlert } = await database.records()
      const alerts = await deadlineAlert.findMany({ distinct: ['deadline'], select: { deadline: true } })
      const isOpen = new Set(open)
      const stale = alerts.map(({ deadline }) => deadline).filter((deadline) => !isOpen.has(deadline))
      await deadlineAlert.deleteMany({ where: { deadline: { in: stale.slice(0, MOST_FORGOTTEN) } } })
    },
  }
}
