import type { Person } from '@wayproof/accounts/accounts/person'
import { readTable } from '@wayproof/evidence/import/read-table'
import { importTable } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { isRegisterId, registers } from '@wayproof/evidence/register'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Cells, isKnownRegister, knownBy } from '@wayproof/sample-company/known-by'
import { settledBy } from '@wayproof/sample-company/next-year'
import { done, type Past } from './open-past.ts'
import { as } from './past-people.ts'

interface KnownFiles {
  /** Earlier ones first. */
  readonly files: readonly (readonly [register: string, text: string])[]
  /** True if findings that are due soon are done by now. */
  readonly isSettled: boolean
}

/** Imports the rows of the files that the company knows by now, and returns how many they are. */
export async function importKnown(past: Past, officer: Person, { files, isSettled }: KnownFiles): Promise<number> {
  const { store, clock, ids, timeZone } = past
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const incidents = new Set<unknown>()
  let rowCount = 0
  for (const [register, text] of files) {
    if (!isRegisterId(register) || !isKnownRegister(register)) continue
    const profile = defaultProfile(register)
    const table = await readTable(bytesOf(text), registers[register].fields, profile)
    if (!table.ok) throw new Error(JSON.stringify(table.fault))
    const rows = table.value.rows.flatMap(({ rowNumber, cells }) => {
      const knownCells = knownBy(now, timeZone, register, cells)
      const isOrphan = register === 'incident-notices' && !incidents.has(knownCells?.incidentId)
      if (knownCells === null || isOrphan) return []
      return [{ rowNumber, cells: (isSettled ? settledBy(today, register, knownCells) : knownCells) as typeof cells }]
    })
    if (register === 'incidents') for (const { cells } of rows) incidents.add((cells as Cells).id)
    if (rows.length === 0) continue
    const knownTable = { ...table.value, rows, rowCount: rows.length }
    const command = { register, profile, table: knownTable, fileName: `${register}.csv`, by: officer.id, dryRun: false }
    done(await as(past, officer, () => importTable({ evidence: store.evidence, clock, ids, timeZone }, command)))
    rowCount += rows.length
  }
  return rowCount
}

export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
