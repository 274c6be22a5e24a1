import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { PolicyWatchPorts } from './ports.ts'
import type { WatchedPage } from './watched-page.ts'

/** Queues every page that has a URL, a text to compare with and no proof of today. Returns their number. */
export async function planDailyChecks(ports: PolicyWatchPorts): Promise<number> {
  const { policies, clock, timeZone, policyTerms } = ports
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const pages = await policies.pages(today, policyTerms)
  const due = fetchable(pages).filter(({ proof }) => proof?.checkedOn !== today)
  await policies.plan(due, now)
  return due.length
}

export type PlanFault = 'surface-unknown' | 'nothing-to-fetch'

/** Queues the pages of one surface at once, in every language that can be checked. */
export async function planSurfaceCheck(
  ports: PolicyWatchPorts,
  { surfaceId }: { readonly surfaceId: string },
): Promise<Outcome<{ readonly pages: number }, { readonly code: PlanFault }>> {
  const { policies, clock, timeZone, policyTerms } = ports
  const now = clock.now()
  const pages = (await policies.pages(dateAt(now, timeZone), policyTerms)).filter(
    (page) => page.surfaceId === surfaceId,
  )
  if (pages.length === 0) return fail('surface-unknown')
  const toFetch = fetchable(pages)
  if (toFetch.length === 0) return fail('nothing-to-fetch')
  await policies.plan(toFetch, now)
  return ok({ pages: toFetch.length })
}

const fetchable = (pages: readonly WatchedPage[]) =>
  pages.flatMap((page) => (page.url !== null && page.comparable ? [{ ...page, url: page.url }] : []))
