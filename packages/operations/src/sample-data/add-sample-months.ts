import type { QueryTransaction } from '@wayproof/database/query/query-database'
import type { ConfirmedRegister } from '@wayproof/evidence/empty-months/ports'
import { notePart } from '@wayproof/journal/sample-data/sample-lock'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

/** Months of a register in which nothing happened to the sample company. */
export interface SampleMonths {
  readonly register: ConfirmedRegister
  readonly months: readonly PeriodKey[]
  readonly at: Instant
  readonly by: string
}

/** Confirms the months, in the transaction of a load. The audit log has acts of real people only. */
export async function addSampleMonths(
  { query, records }: Pick<QueryTransaction, 'query' | 'records'>,
  loadId: Id,
  { register, months, at, by }: SampleMonths,
): Promise<void> {
  for (const month of months) {
    await notePart(query, loadId, 'empty-month', `${register}:${month}`)
    await records.emptyMonth.create({ data: { register, month, confirmedAt: new Date(at), confirmedBy: by } })
  }
}
