import type { Outcome } from '@wayproof/kernel/outcome'
import type { TableFault } from '../import/table-fault.ts'
import { type ImportCommand, type ImportResult, importRegister } from '../import-register.ts'
import { defaultProfile } from '../profiles/default-profile.ts'
import type { RegisterId } from '../register.ts'
import { fileOf } from './a-file.ts'
import { countedIds } from './counted-chance.ts'
import { type EvidenceMemory, memoryEvidenceStore } from './memory-evidence-store.ts'
import { emptyRegisters } from './memory-registers.ts'
import { movedClock } from './moved-clock.ts'

/** Empty registers in memory at 09:00 on 2 March 2026 in Shanghai. */
export function importFixture() {
  const memory: EvidenceMemory = { ...emptyRegisters(), imports: [] }
  const clock = movedClock()
  const ports = {
    evidence: memoryEvidenceStore(memory),
    clock,
    ids: countedIds('import'),
    timeZone: 'Asia/Shanghai',
  }
  /** Imports the lines of a file in the register's own format. */
  const importLines = (
    register: RegisterId,
    lines: readonly string[],
    change: Partial<ImportCommand> = {},
  ): Promise<Outcome<ImportResult, TableFault>> =>
    importRegister(ports, {
      ...{ register, profile: defaultProfile(register), source: fileOf(lines.join('\n')), fileName: 'file.csv' },
      ...{ by: 'user-1', dryRun: false, ...change },
    })
  return { memory, clock, ports, importLines }
}
