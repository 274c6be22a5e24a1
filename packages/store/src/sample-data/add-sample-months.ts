import type { ConfirmedRegister } from '@wayproof/evidence'
import type { Id, Instant, PeriodKey } from '@wayproof/kernel'
import type { QueryTransaction } from '../engine/query/query-database.ts'
import { notePart } from './sample-lock.ts'

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
