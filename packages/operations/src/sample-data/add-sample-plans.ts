import type { QueryTransaction } from '@wayproof/database/query/query-database'
import { notePart } from '@wayproof/journal/sample-data/sample-lock'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { AgreedAction } from '@wayproof/oversight/actions/action'

/** The next work of the sample company's officers. */
export interface SamplePlans {
  readonly meeting: { readonly id: Id; readonly plannedOn: CalendarDate; readonly at: Instant; readonly by: string }
  readonly actions: readonly AgreedAction[]
}

/** Writes a planned meeting and agreed actions, in the transaction of a load. The audit log has acts of real people only. */
export async function addSamplePlans(
  { query, records }: Pick<QueryTransaction, 'query' | 'records'>,
  loadId: Id,
  { meeting: { id, plannedOn, at, by }, actions }: SamplePlans,
): Promise<void> {
  await notePart(query, loadId, 'meeting', id)
  await records.meeting.create({ data: { id, plannedOn, plannedAt: new Date(at), plannedBy: by } })
  for (const { agreedAt, ...action } of actions) {
    await notePart(query, loadId, 'action', action.id)
    await records.agreedAction.create({ data: { ...action, agreedAt: new Date(agreedAt) } })
  }
}
