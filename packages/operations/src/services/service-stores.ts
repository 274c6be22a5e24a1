import type { Prisma, JobResult as Row } from '@wayproof/database/generated/client'
import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import type { RecordDatabase } from '@wayproof/database/record-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { addDays, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { deliveryHoldStore } from '@wayproof/letters/delivery/delivery-hold-store'
import { hookStore } from '@wayproof/letters/hook/hook-records'
import type { HookStore } from '@wayproof/letters/hook/hook-store'
import { askOfficers } from '@wayproof/letters/questions/question-rows'
import { withdrawQuestion } from '@wayproof/letters/questions/start/withdraw-question'
import {
  continues,
  JOB_RESULT_DAYS,
  type JobResult,
  type JobRunResult,
  type PlannedRun,
} from '@wayproof/oversight/services/job-result'
import type { JobResultStore, ServiceStore } from '@wayproof/oversight/services/ports'
import { isSilent, type Outage, type Service, type ServiceContact } from '@wayproof/oversight/services/service'
import { type HealthStore, healthStore } from '../health/health-store.ts'
import type { ReadinessDeps } from '../health/readiness.ts'
import { type SampleDataStore, sampleDataStore } from '../sample-data/sample-data-store.ts'

/** Stores about the installation's own work. */
export interface ServiceStores {
  readonly health: HealthStore
  readonly services: ServiceStore
  readonly jobResults: JobResultStore
  readonly hook: HookStore
  readonly sampleData: SampleDataStore
}

export const serviceStores = (
  database: StoreDatabase,
  parts: { readonly ids: Ids; readonly tokens: Tokens; readonly timeZone: string } & Omit<ReadinessDeps, 'database'>,
): ServiceStores => ({
  health: healthStore(database, parts),
  services: serviceStore(database, parts),
  jobResults: jobResultStore(database, parts),
  hook: hookStore(database, parts),
  sampleData: sampleDataStore(database, parts),
})

const DAY_MS = 86_400_000
/** More than the jobs of the calendar can fill in a day. */
const MOST_RESULTS = 2_000

/** Results of the calendar's jobs, and their next runs. */
export function jobResultStore(database: RecordDatabase, { timeZone }: { readonly timeZone: string }): JobResultStore {
  return {
    record: async (results, planned, now, isResumed) => {
      if (results.length === 0) return
      await database.transaction(async ({ records }) => {
        await addResults(records, results, { now, isResumed, timeZone })
        // Another scheduler has usually planned the same.
        if (isPlanned(planned, await plannedRuns(records))) return
        await records.plannedRun.deleteMany()
        await records.plannedRun.createMany({ data: planned.map(({ job, at }) => ({ job, at: new Date(at) })) })
      })
    },

    planned: async () => plannedRuns(await database.records()),

    resultsOn: async (day, zone) => {
      const from = new Date(momentOn(day, 0, zone))
      const until = new Date(momentOn(addDays(day, 1), 0, zone))
      const { jobResult } = await database.records()
      const rows = await jobResult.findMany({
        where: { lastAt: { gte: from, lt: until } },
        orderBy: [{ lastAt: 'desc' }, { id: 'desc' }],
        take: MOST_RESULTS,
      })
      return rows.map(resultOf)
    },

    newest: async () => (await newestResults(await database.records())).map(resultOf),
  }
}

interface Look {
  readonly now: Instant
  readonly isResumed: boolean
  readonly timeZone: string
}

/** Continues the newest result of a job on the same day, or begins another. */
async function addResults(
  { jobResult }: Pick<Prisma.TransactionClient, 'jobResult'>,
  results: readonly JobRunResult[],
  { now, isResumed, timeZone }: Look,
): Promise<void> {
  const at = new Date(now)
  const today = dateAt(now, timeZone)
  const newest = await newestResults(
    { jobResult },
    results.map(({ job }) => job),
  )
  const isToday = ({ lastAt }: JobResult) => now >= lastAt && dateAt(lastAt, timeZone) === today
  const lastOf = (run: JobRunResult) => {
    const last = newest.find(({ job }) => job === run.job)
    return last && !isResumed && isToday(resultOf(last)) && continues(resultOf(last), run) ? last : null
  }
  const continued = results.flatMap((run) => lastOf(run)?.id ?? [])
  const begun = results.filter((run) => lastOf(run) === null)
  if (continued.length > 0)
    await jobResult.updateMany({ where: { id: { in: continued } }, data: { lastAt: at, times: { increment: 1 } } })
  if (begun.length > 0)
    await jobResult.createMany({ data: begun.map((run) => ({ ...run, firstAt: at, lastAt: at, times: 1 })) })
  if (newest.some((last) => !isToday(resultOf(last))))
    await jobResult.deleteMany({ where: { lastAt: { lt: new Date(now - JOB_RESULT_DAYS * DAY_MS) } } })
}

async function plannedRuns({
  plannedRun,
}: Pick<Prisma.TransactionClient, 'plannedRun'>): Promise<readonly PlannedRun[]> {
  const runs = await plannedRun.findMany({ orderBy: [{ at: 'asc' }, { job: 'asc' }] })
  return runs.map(({ job, at }) => ({ job, at: at.getTime() }))
}

const isPlanned = (runs: readonly PlannedRun[], planned: readonly PlannedRun[]): boolean =>
  runs.length === planned.length &&
  runs.every(({ job, at }) => planned.some((other) => other.job === job && other.at === at))

/** The newest result of each job, or of these. */
async function newestResults(
  { jobResult }: Pick<Prisma.TransactionClient, 'jobResult'>,
  jobs?: readonly string[],
): Promise<readonly Row[]> {
  const where = jobs ? { job: { in: [...jobs] } } : {}
  const ids = await jobResult.groupBy({ by: ['job'], where, _max: { id: true } })
  const newest = ids.flatMap(({ _max: { id } }) => (id === null ? [] : [id]))
  return jobResult.findMany({ where: { id: { in: newest } }, orderBy: { job: 'asc' } })
}

const resultOf = ({ id: _, ...record }: Row): JobResult => recordOf<JobResult>(record)

/** A contact is written again only when it is older than this, because services are reached every few seconds. */
const WRITTEN_EVERY_MS = 60_000
const MOST_ERROR_CHARACTERS = 200
const MOST_OUTAGES = 200

interface Parts {
  readonly ids: Ids
  readonly timeZone: string
}

/** When services last worked, their outages, and letters that wait for a server. */
export function serviceStore(database: QueryDatabase, parts: Parts): ServiceStore {
  const contactOf = async (service: Service) =>
    (await database.records()).serviceContact.findUnique({ where: { service } })

  return {
    ...deliveryHoldStore(database, parts),

    contacts: async () => {
      const contacts = await (await database.records()).serviceContact.findMany({ orderBy: { service: 'asc' } })
      return contacts.map((contact) => recordOf<ServiceContact>(contact))
    },

    noteContact: async (service, place, now) => {
      const before = await contactOf(service)
      const age = before === null ? Number.POSITIVE_INFINITY : now - before.contactAt.getTime()
      // A clock that was set back must not silence a service for longer.
      const isFresh = age >= 0 && age < WRITTEN_EVERY_MS && before?.error === null && before.place === place
      if (isFresh) return
      await database.transaction((transaction) => recordContact(transaction, service, place, now))
    },

    noteFailure: async (service, place, error, now) => {
      const text = error.slice(0, MOST_ERROR_CHARACTERS)
      const before = await contactOf(service)
      if (before?.error === text && before.place === place) return
      await database.transaction(async ({ records: { serviceContact } }) => {
        const failed = { place, error: text }
        const create = { service, ...failed, contactAt: new Date(now) }
        await serviceContact.upsert({ where: { service }, create, update: failed })
      })
    },

    reportSilent: async (services, watchedSince, now) => {
      if (!isSilent({ contactAt: watchedSince }, now)) return []
      const contacts = await (await database.records()).serviceContact.findMany({
        where: { service: { in: [...services] } },
        orderBy: { service: 'asc' },
      })
      const silent = contacts
        .map((contact) => recordOf<ServiceContact>(contact))
        .filter((contact) => isSilent(contact, now))
      const reported: Service[] = []
      for (const contact of silent) {
        const { officerQuestion } = await database.records()
        const question = { kind: 'service-silent', subject: contact.service, endedAt: null }
        if (await officerQuestion.findFirst({ where: question })) continue
        if (await database.transaction((transaction) => reportOne(transaction, parts, contact, now)))
          reported.push(contact.service)
      }
      return reported
    },

    keepOnly: async (services) => {
      const others = { where: { service: { notIn: [...services] } } }
      if (!(await (await database.records()).serviceContact.findFirst(others))) return
      await database.transaction(async ({ records: { serviceContact, serviceOutage }, query }) => {
        for (const { service, contactAt } of await serviceContact.findMany(others)) {
          await serviceContact.delete({ where: { service } })
          await serviceOutage.updateMany({ where: { service, until: null }, data: { until: contactAt } })
          await withdrawQuestion(query, 'service-silent', service, contactAt.getTime())
        }
      })
    },

    outages: async (since) => {
      const { serviceOutage } = await database.records()
      const outages = await serviceOutage.findMany({
        where: { OR: [{ until: null }, { until: { gte: new Date(since) } }] },
        orderBy: [{ since: 'desc' }, { service: 'asc' }],
        take: MOST_OUTAGES,
      })
      return outages.map((outage) => recordOf<Outage>(outage))
    },
  }
}

async function recordContact(
  { records: { serviceContact, serviceOutage }, query }: QueryTransaction,
  service: Service,
  place: string,
  now: Instant,
): Promise<void> {
  const before = await serviceContact.findUnique({ where: { service } })
  const contact = { place, contactAt: new Date(now), error: null }
  await serviceContact.upsert({ where: { service }, create: { service, ...contact }, update: contact })
  const ended = await serviceOutage.updateMany({ where: { service, until: null }, data: { until: new Date(now) } })
  // Nobody reported the scheduler if the reporting app was off as well. The others were then not tried.
  if (
    service === 'scheduler' &&
    ended.count === 0 &&
    before &&
    isSilent({ contactAt: before.contactAt.getTime() }, now)
  ) {
    const key = { service, since: before.contactAt }
    const outage = { ...key, until: new Date(now) }
    await serviceOutage.upsert({ where: { service_since: key }, create: outage, update: { until: outage.until } })
  }
  await withdrawQuestion(query, 'service-silent', service, now)
}

async function reportOne(
  { records, query }: QueryTransaction,
  parts: Parts,
  { service, contactAt, error }: ServiceContact,
  now: Instant,
): Promise<boolean> {
  // It may have worked again in the meantime.
  const current = await records.serviceContact.findUnique({ where: { service } })
  if (!current || !isSilent({ contactAt: current.contactAt.getTime() }, now)) return false
  const key = { service, since: new Date(contactAt) }
  await records.serviceOutage.upsert({ where: { service_since: key }, create: key, update: { until: null } })
  const data = { service, since: contactAt, error }
  return askOfficers({ records, query }, parts, { kind: 'service-silent', data }, now)
}
