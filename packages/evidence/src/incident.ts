import { yearIn } from '@wayproof/kernel'
import type { Field, RowOf } from './import/field.ts'
import type { TableRow } from './import/read-table.ts'
import { type CheckFault, type Known, unknown } from './row-check.ts'

/** One root cause is one incident, whatever the records. Dates carry their precision: year, month or day. */
export const incidentFields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'title', kind: 'text', required: true, maxLength: 300 },
  { name: 'occurred', kind: 'partial-date', required: false, past: true },
  { name: 'confirmed', kind: 'partial-date', required: false, past: true },
  { name: 'disclosure', kind: 'text', required: true, values: ['yes', 'potentially', 'no', 'unknown'] },
  { name: 'customerData', kind: 'yes-no', required: true },
  { name: 'state', kind: 'text', required: true, values: ['confirmed', 'suspected', 'rejected'] },
  { name: 'partnerId', kind: 'text', required: false, code: true, maxLength: 64 },
  { name: 'records', kind: 'number', required: false, min: 0 },
] as const satisfies readonly Field[]

export type Incident = RowOf<typeof incidentFields>

export const incidentKey = (incident: Incident): string[] => [incident.id]

/** The year an incident counts in: of its confirmation, else, flagged as assumed, of its occurrence; null without either. */
export function countedYear({
  confirmed,
  occurred,
}: Incident): { readonly year: number; readonly assumed: boolean } | null {
  if (confirmed) return { year: yearIn(confirmed), assumed: false }
  return occurred ? { year: yearIn(occurred), assumed: true } : null
}

export function checkIncident({ rowNumber, cells }: TableRow<Incident>, known: Known): CheckFault[] {
  const { occurred, confirmed, partnerId } = cells
  const faults: CheckFault[] = []
  if (!countedYear(cells)) {
    faults.push({ rowNumber, field: 'occurred', code: 'required', text: '', expected: '' })
  }
  // Only as far as both are known: 2013 and 2013-05 do not contradict each other.
  const shared = Math.min(occurred?.length ?? 0, confirmed?.length ?? 0)
  if (occurred && confirmed && confirmed.slice(0, shared) < occurred.slice(0, shared)) {
    faults.push({ rowNumber, field: 'confirmed', code: 'out-of-order', text: confirmed, expected: occurred })
  }
  if (partnerId) faults.push(...unknown(rowNumber, 'partnerId', partnerId, known.partners, 'unknown-partner'))
  return faults
}
