import { recordOf } from '@wayproof/database/prisma/stored-record'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import { deliveryHoldStore } from '@wayproof/letters/delivery/delivery-hold-store'
import { askOfficers } from '@wayproof/letters/questions/question-rows'
import { withdrawQuestion } from '@wayproof/letters/questions/start/withdraw-question'
import type { ServiceStore } from '@wayproof/oversight/services/ports'
import { isSilent, type Outage, type Service, type ServiceContact } from '@wayproof/oversight/services/service'

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
