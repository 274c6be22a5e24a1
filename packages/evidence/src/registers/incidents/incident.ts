import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { yearIn } from '@wayproof/kernel/calendar/partial-date'
import { type CheckContext, type CheckFault, unknown } from '../../checks/row-check.ts'
import type { Field, RowOf } from '../../import/field.ts'
import type { TableRow } from '../../import/table.ts'
import { SEVERITIES } from '../../notices/notice-duty.ts'
import { DATA_CLASSES } from '../data-class.ts'
import type { Description } from '../description.ts'

/** Cause of an incident, by the actions of VERIS (veriscommunity.net). */
const INCIDENT_CAUSES = [
  'hacking',
  'malware',
  'social',
  'misuse',
  'error',
  'physical',
  'environmental',
  'unknown',
] as const

/**
 * One incident per root cause, whatever the number of records. `occurred` and `confirmed` are partial dates (year,
 * month or day). `discovered` is the moment of awareness, which starts the legal deadlines. `records` and `recordsTo`
 * are the lower and upper bound of affected records; empty if unknown.
 */
const fields = [
  { name: 'id', kind: 'text', required: true, code: true, maxLength: 64 },
  { name: 'title', kind: 'text', required: true, maxLength: 300 },
  { name: 'occurred', kind: 'partial-date', required: false, past: true },
  { name: 'discovered', kind: 'instant', required: false, past: true },
  { name: 'confirmed', kind: 'partial-date', required: false, past: true },
  { name: 'disclosure', kind: 'text', required: true, values: ['yes', 'potentially', 'no', 'unknown'] },
  { name: 'customerData', kind: 'yes-no', required: true },
  { name: 'state', kind: 'text', required: true, values: ['confirmed', 'suspected', 'rejected'] },
  { name: 'severity', kind: 'text', required: false, values: SEVERITIES },
  { name: 'cause', kind: 'text', required: false, values: INCIDENT_CAUSES },
  { name: 'dataClasses', kind: 'list', required: false, values: DATA_CLASSES },
  { name: 'partnerId', kind: 'text', required: false, code: true, maxLength: 64 },
  { name: 'records', kind: 'number', required: false, min: 0 },
  { name: 'recordsTo', kind: 'number', required: false, min: 0 },
] as const satisfies readonly Field[]

export type Incident = RowOf<typeof fields>

/**
 * Year in which an incident without a moment of discovery counts: of its confirmation, or else of its occurrence,
 * flagged as assumed; null without either.
 */
export function countedYear({
  confirmed,
  occurred,
}: Pick<Incident, 'confirmed' | 'occurred'>): { readonly year: number; readonly assumed: boolean } | null {
  if (confirmed) return { year: yearIn(confirmed), assumed: false }
  return occurred ? { year: yearIn(occurred), assumed: true } : null
}

function check({ rowNumber, cells }: TableRow<Incident>, context: CheckContext): CheckFault[] {
  const { occurred, discovered, confirmed, partnerId, records, recordsTo } = cells
  const faults: CheckFault[] = []
  if (!countedYear(cells)) {
    faults.push({ rowNumber, field: 'occurred', code: 'required', text: '', expected: '' })
  }
  const knownOn = discovered === null ? null : dateAt(discovered, context.timeZone)
  faults.push(
    ...before(rowNumber, occurred, 'discovered', knownOn),
    ...before(rowNumber, occurred, 'confirmed', confirmed),
    ...before(rowNumber, knownOn, 'confirmed', confirmed),
  )
  if (recordsTo !== null && recordsTo < (records ?? 0))
    faults.push({ rowNumber, field: 'recordsTo', code: 'bad-number', text: `${recordsTo}`, expected: `${records}..` })
  if (partnerId) faults.push(...unknown(rowNumber, 'partnerId', partnerId, context.partners, 'unknown-partner'))
  return faults
}

/** Compares at the coarser precision: 2013 and 2013-05 do not contradict each other. */
function before(rowNumber: number, first: string | null, field: string, second: string | null): CheckFault[] {
  const shared = Math.min(first?.length ?? 0, second?.length ?? 0)
  if (first === null || second === null || second.slice(0, shared) >= first.slice(0, shared)) return []
  return [{ rowNumber, field, code: 'out-of-order', text: second, expected: first }]
}

/** A row without a year is refused by its check. */
function countedColumns(row: Incident): readonly [year: number, assumed: boolean] {
  const counted = countedYear(row)
  if (!counted) throw new RangeError(`incident ${row.id} has no year`)
  return [counted.year, counted.assumed]
}

export const incidents = {
  table: 'incident',
  fields,
  key: ['id'],
  keeper: 'it-security',
  computed: {
    after: 'confirmed',
    columns: [
      { name: 'counted_year', kind: 'integer' },
      { name: 'year_assumed', kind: 'yes-no' },
    ],
    values: countedColumns,
  },
  open: { field: 'state', cell: 'suspected' },
  references: { partnerId: ['partners'] },
  check,
} as const satisfies Description<Incident>
