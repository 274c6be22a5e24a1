import { defaultProfile, importTable, isRegisterId, type RegisterId, readTable, registers } from '@wayproof/evidence'
import { dateAt } from '@wayproof/kernel'
import type { Person } from '@wayproof/store'
import { done, type Past, TIME_ZONE } from './open-past.ts'
import { as } from './past-people.ts'

type Cells = Readonly<Record<string, unknown>>

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
} as const satisfies Partial<Record<RegisterId, string>>

/** Fields that are filled in later than their row. `effective` comes with the day of its check. */
const LATER = ['endDay', 'fixedOn', 'doneOn', 'checkedOn', 'sentOn', 'answeredOn', 'reviewedOn', 'closedOn']

/** A row without what happened after `today`; null if nothing of it was known then. */
function knownBy(today: string, register: keyof typeof KNOWN_ON, cells: Cells): Cells | null {
  const isLater = (cell: unknown) => dayOf(cell) > today.slice(0, dayOf(cell).length)
  const known = cells[KNOWN_ON[register]] ?? cells.discovered ?? null
  if (known !== null && isLater(known)) return null
  // The bookings of a month are counted once it is over.
  if (register === 'bookings' && dayOf(known) === today.slice(0, 7)) return null
  const later = LATER.filter((field) => isLater(cells[field] ?? null))
  if (later.length === 0) return cells
  return { ...cells, ...Object.fromEntries([...later, 'effective'].map((field) => [field, null])) }
}

const dayOf = (cell: unknown): string =>
  typeof cell === 'number' ? dateAt(cell, TIME_ZONE) : typeof cell === 'string' ? cell : ''

/** Imports the rows of the files that the company knows by now, and returns how many they are. */
export async function importKnown(
  past: Past,
  officer: Person,
  files: readonly (readonly [register: string, text: string])[],
): Promise<number> {
  const { store, clock, ids, timeZone } = past
  const today = dateAt(clock.now(), timeZone)
  const incidents = new Set<unknown>()
  let rowCount = 0
  for (const [register, text] of files) {
    if (!isRegisterId(register) || !(register in KNOWN_ON)) continue
    const profile = defaultProfile(register)
    const table = await readTable(bytesOf(text), registers[register].fields, profile)
    if (!table.ok) throw new Error(JSON.stringify(table.fault))
    const rows = table.value.rows.flatMap(({ rowNumber, cells }) => {
      const known = knownBy(today, register as keyof typeof KNOWN_ON, cells)
      const isOrphan = register === 'incident-notices' && !incidents.has(known?.incidentId)
      return known === null || isOrphan ? [] : [{ rowNumber, cells: known as typeof cells }]
    })
    if (register === 'incidents') for (const { cells } of rows) incidents.add((cells as Cells).id)
    if (rows.length === 0) continue
    const known = { ...table.value, rows, rowCount: rows.length }
    const command = { register, profile, table: known, fileName: `${register}.csv`, by: officer.id, dryRun: false }
    done(await as(past, officer, () => importTable({ evidence: store.evidence, clock, ids, timeZone }, command)))
    rowCount += rows.length
  }
  return rowCount
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
