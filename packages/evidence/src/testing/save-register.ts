import { randomUUID } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { evidenceStore } from '../imports/evidence-store.ts'
import type { RegisterId, RegisterRows } from '../register.ts'

/** Puts rows into a register like an import of that day, without a file. */
export async function saveRegister<Register extends RegisterId>(
  database: StoreDatabase,
  register: Register,
  rows: readonly RegisterRows[Register][],
): Promise<void> {
  const numbered = rows.map((cells, i) => ({ rowNumber: i + 2, cells }))
  const origin = { id: randomUUID(), fileName: `${register}.csv`, digest: '', at: 0, by: 'test' }
  await evidenceStore(database).saveRows(register, numbered, origin)
}
