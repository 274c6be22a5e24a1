import type { RecordDatabase } from '@wayproof/database/record-database'
import { addUserAct } from '@wayproof/journal/audit-log/add-audit-entry'
import type { PolicyWatchStore } from './ports.ts'

/** Pages that wait to be fetched. */
export function fetchQueue(database: RecordDatabase): Pick<PolicyWatchStore, 'plan' | 'claim'> {
  return {
    plan: (pages, at) =>
      database.transaction(async ({ records }) => {
        const { policyFetch } = records
        const queued = new Map((await policyFetch.findMany()).map((page) => [nameOf(page), page]))
        const added = pages.filter((page) => !queued.has(nameOf(page)))
        await policyFetch.createMany({
          data: added.map(({ surfaceId, language, url }) => {
            return { surfaceId, language, url, askedAt: new Date(at), fence: 0 }
          }),
        })
        for (const { surfaceId, language, url } of pages) {
          const before = queued.get(nameOf({ surfaceId, language }))
          if (!before || before.url === url || before.leaseUntil) continue
          await policyFetch.updateMany({ where: { surfaceId, language }, data: { url } })
        }
        for (const subject of new Set(pages.map(({ surfaceId }) => surfaceId)))
          await addUserAct(records, { act: 'policy-check-ordered', subject })
      }),

    async claim(now, leaseUntil) {
      // Reads first: the scheduler asks every few seconds and must write nothing while no page waits.
      if (!(await (await database.records()).policyFetch.findFirst())) return null
      return database.transaction(async ({ records: { policyFetch } }) => {
        const unclaimed = { OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date(now) } }] }
        const orderBy = [{ askedAt: 'asc' as const }, { surfaceId: 'asc' as const }, { language: 'asc' as const }]
        const next = await policyFetch.findFirst({ where: unclaimed, orderBy })
        if (!next) return null
        const { surfaceId, language, url } = next
        const fence = next.fence + 1
        const where = { surfaceId_language: { surfaceId, language } }
        await policyFetch.update({ where, data: { leaseUntil: new Date(leaseUntil), fence } })
        return { surfaceId, language, url, fence }
      })
    },
  }
}

const nameOf = ({ surfaceId, language }: { readonly surfaceId: string; readonly language: string }): string =>
  JSON.stringify([surfaceId, language])
