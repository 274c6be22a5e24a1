import { type NoticeClock, noticeClocks } from '@wayproof/evidence/notices/notice-clock'
import type { Incident } from '@wayproof/evidence/registers/incidents/incident'
import type { IncidentNotice } from '@wayproof/evidence/registers/incidents/incident-notice'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'

interface TimedClock extends NoticeClock {
  /** Milliseconds until the notice is due, negative after it; null without a deadline. */
  readonly left: number | null
}

/** The deadlines of an incident's notification duties. Fault: `row-unknown`. */
export async function readNoticeClocks(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  incidentId: string,
): Promise<Outcome<readonly TimedClock[]>> {
  const incident = await store.rows.find('incidents', JSON.stringify([incidentId]))
  if (!incident) return fail('row-unknown')
  const filters = [{ field: 'incidentId', cells: [incidentId] }]
  const notices = await store.rows.page('incident-notices', {
    ...{ find: '', filters, sort: null, offset: 0, limit: 50 },
  })
  const rows = notices.rows.map(({ cells }) => cells as unknown as IncidentNotice)
  const now = clock.now()
  const clocks = noticeClocks(incident.cells as unknown as Incident, rows, now)
  return ok(clocks.map((each) => ({ ...each, left: each.dueAt === null ? null : each.dueAt - now })))
}
