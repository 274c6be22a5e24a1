import { fail, ok } from '@wayproof/kernel/outcome'
import type { TableRow } from '../import/table.ts'
import type { EvidenceStore, PreviewRow, SaveOrigin, UndoCommand } from '../ports.ts'
import type { RegisterId } from '../register.ts'
import type { Cells } from '../rows/ports.ts'
import { type RegisterMemory, rowsByKey, rowsOf, setRows, storedReferences } from './memory-registers.ts'

interface MemoryImport extends SaveOrigin {
  readonly register: RegisterId
  readonly before: ReadonlyMap<string, Cells>
  readonly added: number
  readonly changed: number
  readonly undone: UndoCommand | null
}

export interface EvidenceMemory extends RegisterMemory {
  imports: readonly MemoryImport[]
}

type ImportStore = Pick<EvidenceStore, 'revision' | 'held' | 'saveRows' | 'compareRows' | 'undoImport'>

/** Imports in memory. An undo restores the rows from before the import. */
export function memoryEvidenceStore(memory: EvidenceMemory): ImportStore {
  /** The rows of a file, each beside the stored row with its key. */
  const compare = (register: RegisterId, rows: readonly TableRow<unknown>[]) => {
    const stored = rowsOf(memory, register)
    const compared = rows.flatMap(({ rowNumber, cells }) =>
      rowsByKey(register, cells as Cells).map(([key, after]) => {
        const before = stored.get(key) ?? null
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        const kind: PreviewRow['kind'] = before === null ? 'added' : isSame ? 'unchanged' : 'changed'
        return { key, kind, rowNumber, before, after, byHand: false }
      }),
    )
    const count = (kind: PreviewRow['kind']) => compared.filter((row) => row.kind === kind).length
    const changes = { added: count('added'), changed: count('changed'), unchanged: count('unchanged') }
    return { compared, changes }
  }
  return {
    revision: async () => memory.revision,
    held: async (staffNumbers) => storedReferences(memory, staffNumbers),
    compareRows: async (register, rows) => {
      const { compared, changes } = compare(register, rows)
      return { ...changes, preview: compared.map(({ key: _, ...row }) => row) }
    },
    saveRows: async (register, rows, origin) => {
      if (origin.checkedAt !== undefined && origin.checkedAt !== memory.revision) return null
      const { compared, changes } = compare(register, rows)
      const before = rowsOf(memory, register)
      setRows(memory, register, new Map([...before, ...compared.map(({ key, after }) => [key, after] as const)]))
      memory.imports = [...memory.imports, { ...origin, register, before, ...changes, undone: null }]
      return changes
    },
    undoImport: async (command) => {
      const memoryImport = memory.imports.find(
        ({ id, register }) => id === command.importId && register === command.register,
      )
      if (!memoryImport) return fail('import-unknown')
      if (memoryImport.undone) return fail('import-undone')
      const active = memory.imports.filter(({ register, undone }) => register === command.register && !undone)
      if (active.at(-1) !== memoryImport) return fail('import-not-last')
      setRows(memory, memoryImport.register, memoryImport.before)
      memory.imports = memory.imports.map((each) =>
        each === memoryImport ? { ...memoryImport, undone: command } : each,
      )
      return ok({ added: memoryImport.added, changed: memoryImport.changed, unchanged: 0 })
    },
  }
}
