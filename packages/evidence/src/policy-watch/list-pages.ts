import { addDays, type CalendarDate, dateAt, later } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { PageProof } from './page-proof.ts'
import type { PolicyWatchPorts } from './ports.ts'
import { type DifferenceLine, textDifference } from './text-difference.ts'
import { type ManualCheck, manualCheck, type PageStatus, pageStatus, type WatchedPage } from './watched-page.ts'

export interface ShownPage extends WatchedPage {
  readonly status: PageStatus
  readonly manual: ManualCheck | null
  /** Day of the next automatic check; null if the page cannot be checked automatically. */
  readonly nextOn: CalendarDate | null
}

/**
 * Lists every page that must show the policy today, or had to on an earlier day, with its status. Only today's pages
 * have checks to come.
 */
export async function listPolicyPages(
  ports: PolicyWatchPorts,
  { asOf }: { readonly asOf?: CalendarDate } = {},
): Promise<readonly ShownPage[]> {
  const { policies, clock, timeZone, policyTerms } = ports
  const { checkDays } = policyTerms
  const today = dateAt(clock.now(), timeZone)
  if (asOf !== undefined && asOf < today)
    return (await policies.pages(asOf, policyTerms)).map((page) => {
      return { ...page, waiting: false, status: pageStatus(page, asOf, checkDays), manual: null, nextOn: null }
    })
  return (await policies.pages(today, policyTerms)).map((page) => {
    const byHand = page.url === null || !page.comparable
    const nextOn = byHand ? null : later(addDays(page.proof?.checkedOn ?? today, 1), today)
    return { ...page, status: pageStatus(page, today, checkDays), manual: manualCheck(page, today, checkDays), nextOn }
  })
}

/** Most proofs listed on a screen. */
const LATEST = 60

export const listProofs = (
  { policies }: Pick<PolicyWatchPorts, 'policies'>,
  { surfaceId, language }: Pick<PageProof, 'surfaceId' | 'language'>,
) => policies.proofs(surfaceId, language, LATEST)

/** Lists the changes of a language's approved text between two versions. */
export async function listDifference(
  { policies }: Pick<PolicyWatchPorts, 'policies'>,
  { language, before, after }: { readonly language: string; readonly before: string; readonly after: string },
): Promise<Outcome<readonly DifferenceLine[], { readonly code: 'policy-text-unknown' }>> {
  const [old, young] = [await policies.text(before, language), await policies.text(after, language)]
  return old === null || young === null ? fail('policy-text-unknown') : ok(textDifference(old, young))
}
