import { addDays, dateAt, momentOn } from '@wayproof/kernel'
import { continues, JOB_RESULT_DAYS, type JobResult, type JobResultStore } from '@wayproof/oversight/services'
import { recordOf } from '../engine/prisma/stored-record.ts'
import type { RecordDatabase } from '../engine/record-database.ts'
import type { JobResult as Row } from '../generated/client.ts'

const DAY_MS = 86_400_000
/** More than the jobs of the calendar can fill in a day. */
const MOST_RESULTS = 2_000

/** Results of the calendar's jobs, and their next runs. */
export function jobResultStore(database: RecordDatabase, { timeZone }: { readonly timeZone: string }): JobResultStore {
  return {
    record: async (results, now, isResumed) => {
      if (results.length === 0) return
      await database.transaction(async ({ records: { jobResult } }) => {
        const at = new Date(now)
        for (const { job, outcome, count, error } of results) {
          const found = await jobResult.findFirst({ where: { job }, orderBy: { id: 'desc' } })
          const last = found && { ...resultOf(found), id: found.id }
          const isSameDay =
            last !== null && now >= last.lastAt && dateAt(last.lastAt, timeZone) === dateAt(now, timeZone)
          if (isSameDay && !isResumed && continues(last, { job, outcome, count, error }))
            await jobResult.update({ where: { id: last.id }, data: { lastAt: at, times: { increment: 1 } } })
          else await jobResult.create({ data: { job, outcome, count, error, firstAt: at, lastAt: at, times: 1 } })
          if (last !== null && !isSameDay)
            await jobResult.deleteMany({ where: { job, lastAt: { lt: new Date(now - JOB_RESULT_DAYS * DAY_MS) } } })
        }
      })
    },

    plan: (runs) =>
      database.transaction(async ({ records: { plannedRun } }) => {
        await plannedRun.deleteMany({ where: { job: { notIn: runs.map(({ job }) => job) } } })
        for (const run of runs) {
          const at = new Date(run.at)
          await plannedRun.upsert({ where: { job: run.job }, create: { job: run.job, at }, update: { at } })
        }
      }),

    planned: async () => {
      const runs = await (await database.records()).plannedRun.findMany({ orderBy: [{ at: 'asc' }, { job: 'asc' }] })
      return runs.map(({ job, at }) => ({ job, at: at.getTime() }))
    },

    resultsOn: async (day, zone) => {
      const from = new Date(momentOn(day, 0, zone))
      const until = new Date(momentOn(addDays(day, 1), 0, zone))
      const { jobResult } = await database.records()
      const found = await jobResult.findMany({
        where: { lastAt: { gte: from, lt: until } },
        orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
        take: MOST_RESULTS,
      })
      return found.map(resultOf)
    },

    newest: async () => {
      const { jobResult } = await database.records()
      const ids = await jobResult.groupBy({ by: ['job'], _max: { id: true } })
      const newest = ids.flatMap(({ _max: { id } }) => (id === null ? [] : [id]))
      return (await jobResult.findMany({ where: { id: { in: newest } }, orderBy: { job: 'asc' } })).map(resultOf)
    },
  }
}

const resultOf = ({ id: _, ...record }: Row): JobResult => recordOf<JobResult>(record)
