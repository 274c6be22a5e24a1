import { checkPage } from '@wayproof/evidence/policy-watch/check-page'
import { planDailyChecks } from '@wayproof/evidence/policy-watch/plan-checks'
import { readRules } from '@wayproof/scorecard/rule-changes/read-rules'
import type { WatcherPorts } from '../scheduler-ports.ts'

/** Pages in flight at once. */
const AT_ONCE = 4

/** From now on the day's pages wait to be fetched. */
export async function planPageChecks(ports: Omit<WatcherPorts, 'fetchPage' | 'comparePage'>): Promise<number> {
  const pages = await planDailyChecks(await policyPorts(ports))
  if (pages > 0) ports.log({ event: 'policy-pages-planned', pages })
  return pages
}

/**
 * Fetches every waiting page: the day's, and those that an officer requested. If a fetch throws, the others still end
 * before this does, so that nothing of it runs on when the scheduler stops or looks again.
 */
export async function checkPages(ports: WatcherPorts): Promise<void> {
  // The addresses of sample data lead nowhere.
  if (await ports.store.sampleData.state(ports.clock.now())) return
  const bound = { ...(await policyPorts(ports)), fetchPage: ports.fetchPage, comparePage: ports.comparePage }
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, async () => {
      for (let checked = await checkPage(bound); checked; checked = await checkPage(bound)) {
        const { surfaceId, language, outcome } = checked
        ports.log({ event: 'policy-page-checked', surfaceId, language, outcome })
      }
    }),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function policyPorts({ store, clock, ids, timeZone, rules }: Omit<WatcherPorts, 'fetchPage' | 'comparePage'>) {
  const today = await readRules({ facts: store.facts(rules), clock, timeZone })
  const policyTerms = { graceDays: today.policyGraceDays, checkDays: today.policyCheckDays }
  return { policies: store.policies, clock, ids, timeZone, policyTerms }
}
