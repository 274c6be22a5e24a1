import type { CalendarDate, Instant } from '@wayproof/kernel'
import type { RowFault, RowFaultCode } from '../import/table-fault.ts'

/** A stay away from work, both days included. */
export interface Leave {
  readonly fromDay: CalendarDate
  readonly toDay: CalendarDate
}

/** What the registers hold already, and what the organisation has told of itself. */
export interface Held {
  /** Each partner's id with the day from which it is out. */
  readonly partners: ReadonlyMap<string, CalendarDate | null>
  /** Each incident's id with the moment from which the company knew of it. */
  readonly incidents: ReadonlyMap<string, Instant | null>
  /** Ids of assessments, scans and penetration tests. */
  readonly examinations: ReadonlySet<string>
  readonly surfaces: ReadonlySet<string>
  readonly versions: ReadonlySet<string>
  /** Whether the staff roster has a number. */
  readonly onRoster: (staffNumber: string) => boolean
  readonly leaveOf: (staffNumber: string) => readonly Leave[]
  /** First day of the company, where it is known. */
  readonly founded: CalendarDate | null
}

/** What a row is checked against. */
export interface Known extends Held {
  readonly now: Instant
  /** The organisation's. */
  readonly timeZone: string
}

/** A fault of a row that was read well: it names the field; the import finds the column. */
export type CheckFault = Omit<RowFault, 'column'> & { readonly field: string }

/** `end` before `start` is a fault of the end; the same day is none. Both are ISO days. */
export function outOfOrder(rowNumber: number, start: string, endField: string, end: string | null): CheckFault[] {
  if (end === null || end >= start) return []
  return [{ rowNumber, field: endField, code: 'out-of-order', text: end, expected: start }]
}

export function unknown(
  rowNumber: number,
  field: string,
  id: string,
  known: Pick<ReadonlySet<string>, 'has'>,
  code: RowFaultCode,
): CheckFault[] {
  return known.has(id) ? [] : [{ rowNumber, field, code, text: id, expected: '' }]
}
