import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Ids } from '@wayproof/kernel/id'
import type { SharedPlaces } from '../delivery/rate-window.ts'

const FORGET = 'DELETE FROM letter_rate WHERE until <= @now'

const TAKEN = 'SELECT coalesce(sum(letters), 0) AS letters FROM letter_rate'

const TAKE = 'INSERT INTO letter_rate (id, letters, until) VALUES (@id, @count, @until)'

const KEEP = 'UPDATE letter_rate SET letters = @kept, until = @until WHERE id = @id'

/** Places of the rate window of letters, shared by all schedulers: transactions that take places exclude each other. */
export const letterRateStore = (database: QueryDatabase, { ids }: { readonly ids: Ids }): SharedPlaces => ({
  take: (wanted, most, { now, until }) =>
    database.writeUnsynced(async (query) => {
      await query.run(FORGET, { now: new Date(now) })
      const taken = await query.get<{ letters: number }>(TAKEN)
      const count = Math.min(wanted, most - Number(taken?.letters ?? 0))
      if (count <= 0) return null
      const id = ids.next()
      await query.run(TAKE, { id, count, until: new Date(until) })
      return { id, count }
    }),
  settle: (id, places, until) =>
    database.writeUnsynced(async (query) => {
      if (places === 0) await query.run('DELETE FROM letter_rate WHERE id = @id', { id })
      else await query.run(KEEP, { id, kept: places, until: new Date(until) })
    }),
})
