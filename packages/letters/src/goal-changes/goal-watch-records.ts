import type { GoalWatch, Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { insertLetter } from '@wayproof/journal/outbox/insert-letter'
import { hasSampleRecord } from '@wayproof/journal/sample-data/sample-lock'
import type { Ids } from '@wayproof/kernel/id'
import type { FactWatch } from '@wayproof/oversight/goal-changes/fact-watch'
import type { GoalWatchStore } from './goal-watch-store.ts'

type Records = Pick<Prisma.TransactionClient, 'goalWatch'>

/** The watched facts of goals, and the letters about their changes. */
export function goalWatchStore(database: QueryDatabase, { ids }: { readonly ids: Ids }): GoalWatchStore {
  return {
    review: async (review, at) => {
      // Reads first: usually nothing has changed, and then no writer has to wait.
      const { watches, letters } = review(await allWatches(await database.records()))
      if (watches.length === 0 && letters.length === 0) return 0
      return database.transaction(async ({ records, query }) => {
        // Figures of sample data are no change of a goal.
        if (await hasSampleRecord(records)) return 0
        const { watches, letters } = review(await allWatches(records))
        for (const watch of watches) await saveWatch(records, watch)
        let posted = 0
        for (const letter of letters) posted += await insertLetter(query, ids.next(), letter, at)
        return posted
      })
    },
  }
}

const allWatches = async ({ goalWatch }: Records): Promise<readonly FactWatch[]> =>
  (await goalWatch.findMany()).map(watchOf)

const watchOf = ({ goal, judged, fact, confirmed, candidate, candidateSince }: GoalWatch): FactWatch => ({
  ...{ goal, judged, fact: fact as FactWatch['fact'], confirmed: confirmed as FactWatch['confirmed'] },
  candidate:
    candidate === null || candidateSince === null
      ? null
      : { state: candidate as FactWatch['confirmed'], since: candidateSince },
})

async function saveWatch({ goalWatch }: Records, { candidate, confirmed, ...fact }: FactWatch): Promise<void> {
  const { goal, judged, fact: name } = fact
  const states = { confirmed, candidate: candidate?.state ?? null, candidateSince: candidate?.since ?? null }
  await goalWatch.upsert({
    where: { goal_judged_fact: { goal, judged, fact: name } },
    create: { ...fact, ...states },
    update: states,
  })
}
