import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { RowFault, RowFaultCode } from '../import/table-fault.ts'

/** An absence from work; both days are inclusive. */
export interface Leave {
  readonly fromDay: CalendarDate
  readonly toDay: CalendarDate
}

/** Stored data that new rows are checked against. */
export interface StoredReferences {
  /** Partner ids, each with the day from which the partner is offboarded. */
  readonly partners: ReadonlyMap<string, CalendarDate | null>
  /** Incident ids, each with the moment at which the company became aware of the incident. */
  readonly incidents: ReadonlyMap<string, Instant | null>
  /** Ids of assessments, scans and penetration tests. */
  readonly examinations: ReadonlySet<string>
  readonly surfaces: ReadonlySet<string>
  readonly versions: ReadonlySet<string>
  /** The rows' staff numbers, without those that the staff roster lacks. */
  readonly roster: ReadonlySet<string>
  /** Stored leave of the rows' staff numbers. */
  readonly leave: ReadonlyMap<string, readonly Leave[]>
  /** Returns true if an IP address belongs to the public network. */
  readonly isPublicAddress: (address: string) => boolean
  /** Founding day of the company, if known. */
  readonly founded: CalendarDate | null
}

/** Everything that a row is checked against. */
export interface CheckContext extends StoredReferences {
  readonly now: Instant
  /** Time zone of the organization. */
  readonly timeZone: string
}

/** A fault of a readable row. It names the field; the import adds the column. */
export type CheckFault = Omit<RowFault, 'column'> & { readonly field: string }

/** Reports `end` before `start` as a fault of the end; equal days are valid. Both are ISO days. */
export function outOfOrder(rowNumber: number, start: string, endField: string, end: string | null): CheckFault[] {
  if (end === null || end >= start) return []
  return [{ rowNumber, field: endField, code: 'out-of-order', text: end, expected: start }]
}

export function unknown(
  rowNumber: number,
  field: string,
  id: string,
  knownIds: Pick<ReadonlySet<string>, 'has'>,
  code: RowFaultCode,
): CheckFault[] {
  return knownIds.has(id) ? [] : [{ rowNumber, field, code, text: id, expected: '' }]
}
