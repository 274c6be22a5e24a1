import type { SurveyPorts } from '../ports.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import type { TravelerField, TravelerRow } from '../travelers/traveler.ts'
import { travelerTable } from '../travelers/traveler-table.ts'

type Cells = Readonly<Record<TravelerField, string | boolean | null>>

/** Row `n` of a traveler file: an adult with consent who traveled in March 2026. `change` overrides its cells. */
export function travelerRow(n: number, change: Partial<Cells> = {}): TravelerRow {
  const cells: Cells = {
    customerNumber: `C-${n}`,
    email: `traveler-${n}@example.com`,
    locale: n % 3 === 0 ? 'en' : 'zh-CN',
    tripType: n % 2 === 0 ? 'group' : 'own',
    channel: 'app',
    region: n % 5 === 0 ? 'north' : 'east',
    lastTrip: '2026-03',
    adult: true,
    residence: 'CN',
    basis: 'consent',
    basisWording: '6',
    basisNamesSurveys: true,
    basisNotice: null,
    basisSource: 'booking',
    basisDate: '2024-01-01',
    ...change,
  }
  return { rowNumber: n + 1, cells }
}

export const travelerRows = (count: number): TravelerRow[] =>
  Array.from({ length: count }, (_, n) => travelerRow(n + 1))

/** Imports rows that are valid. */
export async function importRows(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'ids' | 'timeZone'>,
  rows: readonly TravelerRow[],
) {
  const table = travelerTable(rows, 'd'.repeat(64))
  const imported = await importTravelers(ports, { table, fileName: 'travelers.csv', by: 'officer', dryRun: false })
  if (!imported.ok) throw new Error(imported.fault.code)
  return imported.value
}
