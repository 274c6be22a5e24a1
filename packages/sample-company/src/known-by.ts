import type { RegisterId } from '@wayproof/evidence/register'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'

export type Cells = Readonly<Record<string, unknown>>

/** The field with the day on which the company learns of a row. */
const KNOWN_ON = {
  'staff-roles': 'startDay',
  'staff-leave': 'fromDay',
  'training-completions': 'completedAt',
  'exam-attempts': 'takenAt',
  'training-sessions': 'heldOn',
  partners: 'onboarded',
  'partner-audits': 'reportDate',
  incidents: 'confirmed',
  'incident-notices': 'notifiedAt',
  'security-assessments': 'performedOn',
  'policy-versions': 'approvedOn',
  'policy-surfaces': 'activeFrom',
  'policy-checks': 'checkedOn',
  'customer-education': 'publishedOn',
  'security-scans': 'performedOn',
  'security-findings': 'foundOn',
  'partner-agreements': 'signedOn',
  'audit-rounds': 'plannedOn',
  'audit-findings': 'foundOn',
  bookings: 'month',
  'collection-points': 'checkedOn',
  systems: 'checkedOn',
} as const satisfies Partial<Record<RegisterId, string>>

type KnownRegister = keyof typeof KNOWN_ON

/** Fields that are filled in later than their row. `effective` comes with the day of its check. */
const LATER = ['endDay', 'fixedOn', 'doneOn', 'checkedOn', 'sentOn', 'answeredOn', 'reviewedOn', 'closedOn']

/** Whether the company's file of this register has rows of the past. */
export const isKnownRegister = (register: string): register is KnownRegister => register in KNOWN_ON

/**
 * A row without what happened after `now`, epoch milliseconds: times of day count, and days are those in `timeZone`. Null if
 * nothing of it was known then.
 */
export function knownBy(now: number, timeZone: string, register: KnownRegister, cells: Cells): Cells | null {
  const today = dateAt(now, timeZone)
  const dayOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '')
  const isLater = (cell: unknown) =>
    typeof cell === 'number' ? cell > now : dayOf(cell) > today.slice(0, dayOf(cell).length)
  const knownOnCell = cells[KNOWN_ON[register]] ?? cells.discovered ?? null
  if (knownOnCell !== null && isLater(knownOnCell)) return null
  // The bookings of a month are counted once it is over.
  if (register === 'bookings' && knownOnCell === today.slice(0, 7)) return null
  const later = LATER.filter((field) => isLater(cells[field] ?? null))
  if (later.length === 0) return cells
  return { ...cells, ...Object.fromEntries([...later, 'effective'].map((field) => [field, null])) }
}
