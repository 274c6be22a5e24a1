import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { deliverAll } from './deliver-all.ts'
import { closingPorts, type Past } from './open-past.ts'

/** Address of the dashboard in letters of the past: the first port that the demo tries. */
const REPORTING_URL = 'http://127.0.0.1:4311'

/** Sends the summaries that are due by now, without a PDF. The first call only begins the schedule. */
export async function mailSummaries(past: Past, start: CalendarDate): Promise<void> {
  const { editions, organisation, survey } = past.store
  await reviewEditions({ ...closingPorts(past), editions, organisation, survey, reportingUrl: REPORTING_URL }, start)
  await deliverAll(past)
}
