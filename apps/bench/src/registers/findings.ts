import type { AuditFinding } from '@wayproof/evidence'
import { addDays } from '@wayproof/kernel'
import { type FixturePlace, openFixtureStore } from '../fixtures/fixture-store.ts'

export const LISTED_REGISTER = 'audit-findings'

/** Rows written at once. */
const CHUNK_ROWS = 10_000
const PARTNERS = 40
const DAYS = 700
const FIRST_DAY = '2025-01-01'
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
const OWNERS = ['Procurement', 'Security', 'Legal', '采购部']
const SUBJECTS = [
  'Access rights of people who left are still active in the system for bookings',
  'The list of processors is not complete',
  '数据保留期限没有在合同中写明',
  'No record of the last restore test was found during the visit on site',
]

/** Fills the register of findings, the one with most kinds of columns and views, with `rows` different rows. */
export async function registerOfFindings(place: FixturePlace, rows: number): Promise<void> {
  const { store } = await openFixtureStore(place)
  try {
    for (let from = 0; from < rows; from += CHUNK_ROWS) {
      const numberedRows = Array.from({ length: Math.min(CHUNK_ROWS, rows - from) }, (_, n) => ({
        rowNumber: n + 2,
        cells: finding(from + n),
      }))
      const origin = { id: `part-${from}`, fileName: 'bench.csv', digest: '', at: 0, by: 'bench' }
      await store.evidence.saveRows(LISTED_REGISTER, numberedRows, origin)
    }
  } finally {
    await store.close()
  }
}

/** A third is open. The order of no column is that of another. */
function finding(index: number): AuditFinding {
  const foundOn = addDays(FIRST_DAY, (index * 389) % DAYS)
  const isDone = index % 3 !== 0
  return {
    id: findingId(index),
    partnerId: `P${String((index * 7) % PARTNERS).padStart(3, '0')}`,
    foundOn,
    finding: `${SUBJECTS[index % SUBJECTS.length]} (${(index * 31) % 9973}).`,
    severity: SEVERITIES[(index * 3) % SEVERITIES.length] ?? 'low',
    action: isDone ? `Correct it and show the proof, case ${index % 1_000}.` : null,
    owner: OWNERS[(index * 5) % OWNERS.length] ?? 'Legal',
    dueOn: addDays(foundOn, 30 + (index % 90)),
    doneOn: isDone ? addDays(foundOn, 20 + (index % 60)) : null,
    checkedOn: null,
    effective: null,
  }
}

export const findingId = (index: number): string => `F-${String(index).padStart(6, '0')}`
