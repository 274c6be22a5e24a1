import { randomUUID } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { TableFault } from '../import/table-fault.ts'
import { type ImportCommand, type ImportResult, importRegister } from '../import-register.ts'
import { evidenceStore } from '../imports/evidence-store.ts'
import type { ImportPorts } from '../ports.ts'
import { defaultProfile } from '../profiles/default-profile.ts'
import type { RegisterId } from '../register.ts'

export const importPorts = (database: StoreDatabase, now = Date.UTC(2026, 0, 5)): ImportPorts => ({
  evidence: evidenceStore(database),
  clock: { now: () => now },
  ids: { next: () => randomUUID() },
  timeZone: 'Asia/Shanghai',
})

/** Imports a text in the register's standard format, or as `changes` says. */
export function importText<Register extends RegisterId>(
  database: StoreDatabase,
  register: Register,
  text: string,
  changes: Partial<ImportCommand<Register>> = {},
): Promise<Outcome<ImportResult, TableFault>> {
  async function* source() {
    yield new TextEncoder().encode(text)
  }
  return importRegister(importPorts(database), {
    register,
    profile: defaultProfile(register),
    source: source(),
    fileName: `${register}.csv`,
    by: 'human-resources',
    dryRun: false,
    ...changes,
  })
}
