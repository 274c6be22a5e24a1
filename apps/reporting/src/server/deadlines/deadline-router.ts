import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type ListedDeadline, readDeadlines } from '@wayproof/oversight/deadlines/read-deadlines'
import { dueDay, isOverdue } from '@wayproof/oversight/deadlines/urgency'
import { z } from 'zod'
import type { Context } from '../trpc/context.ts'
import { readerProcedure, router } from '../trpc/trpc.ts'

const ON_PAGE = 30

/** Tasks that end later do not wait for anyone yet. */
const WAITING_DAYS = 30
/** Days of the timeline on the home of a role, and the most deadlines that it gets. */
const COMING_DAYS = 60
const MOST_COMING = 300
/** Most tasks on the home of a role. */
const ON_HOME = 5

const listInput = z.strictObject({ mineOnly: z.boolean(), page: z.int().min(0).max(100_000) })

type Reader = Pick<Context, 'store' | 'clock' | 'timeZone'> & { readonly user: { readonly id: string } }

/** All deadlines that the user may see, with the time at which they were computed. */
async function computed({ store, clock, timeZone, user }: Reader) {
  const now = clock.now()
  const all = await readDeadlines({ deadlines: store.deadlines, clock, timeZone }, user.id)
  const overdueOf = (some: readonly ListedDeadline[]) => some.filter(({ due }) => isOverdue(due, now, timeZone)).length
  return { now, timeZone, all, mine: all.filter(({ isMine }) => isMine), overdueOf }
}

/** Deadlines, for the roles whose tasks they are, and for officers and auditors. */
export const deadlineRouter = router({
  /** A page of the deadlines, those that end first before the others; the counts are of all pages. */
  list: readerProcedure.input(listInput).query(async ({ ctx, input: { mineOnly, page } }) => {
    const { now, timeZone, all, mine, overdueOf } = await computed(ctx)
    const rows = mineOnly ? mine : all
    return {
      ...{ now, timeZone, total: rows.length, overdue: overdueOf(rows), everyone: all.length, mine: mine.length },
      deadlines: rows.slice(page * ON_PAGE, (page + 1) * ON_PAGE),
      pages: Math.max(1, Math.ceil(rows.length / ON_PAGE)),
    }
  }),

  /** All deadlines that are overdue or end within 60 days, those that end first before the others. */
  coming: readerProcedure.query(async ({ ctx }) => {
    const { now, timeZone, all } = await computed(ctx)
    const last = addDays(dateAt(now, timeZone), COMING_DAYS)
    const coming = all.filter(({ due }) => dueDay(due, timeZone) <= last)
    return { now, timeZone, deadlines: coming.slice(0, MOST_COMING) }
  }),

  /** The user's own tasks of the next 30 days: the first ones, and how many there are. */
  waiting: readerProcedure.query(async ({ ctx }) => {
    const { now, timeZone, mine, overdueOf } = await computed(ctx)
    const last = addDays(dateAt(now, timeZone), WAITING_DAYS)
    const waiting = mine.filter(({ due }) => dueDay(due, timeZone) <= last)
    const [total, overdue] = [waiting.length, overdueOf(waiting)]
    return { now, timeZone, tasks: waiting.slice(0, ON_HOME), total, overdue }
  }),
})
