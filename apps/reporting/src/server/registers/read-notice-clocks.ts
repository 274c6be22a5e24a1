import { type Incident, type IncidentNotice, type NoticeClock, noticeClocks } from '@wayproof/evidence'
import { fail, type Outcome, ok } from '@wayproof/kernel'
import type { Services } from '../trpc/context.ts'

/** The deadlines of an incident's notification duties. Fault: `row-unknown`. */
export async function readNoticeClocks(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  incidentId: string,
): Promise<Outcome<readonly NoticeClock[]>> {
  const incident = await store.rows.find('incidents', JSON.stringify([incidentId]))
  if (!incident) return fail('row-unknown')
  const filters = [{ field: 'incidentId', cells: [incidentId] }]
  const notices = await store.rows.page('incident-notices', {
    ...{ find: '', filters, sort: null, offset: 0, limit: 50 },
  })
  const rows = notices.rows.map(({ cells }) => cells as unknown as IncidentNotice)
  return ok(noticeClocks(incident.cells as unknown as Incident, rows, clock.now()))
}
