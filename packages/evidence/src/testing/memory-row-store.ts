import type { Outcome } from '@wayproof/kernel/outcome'
import type { RegisterId } from '../register.ts'
import type { Cells, RegisterView, RowStore, RowWrite, WriteStamp } from '../rows/ports.ts'
import { type RegisterMemory, rowsByKey, rowsOf, setRows, storedReferences } from './memory-registers.ts'

/** An entry of the history of a row, oldest first. */
interface MemoryChange extends WriteStamp {
  readonly register: RegisterId
  readonly key: string
  readonly before: Cells | null
  readonly after: Cells | null
}

export interface RowMemory extends RegisterMemory {
  history: readonly MemoryChange[]
}

/** Rows written by hand, in memory. */
export function memoryRowStore(memory: RowMemory): Pick<RowStore, 'write'> {
  const viewOf = (register: RegisterId): RegisterView => {
    const rows = rowsOf(memory, register)
    const find = async (key: string) => {
      const cells = rows.get(key)
      return cells ? { key, cells, origin: null } : null
    }
    const removed = async (key: string) => {
      const last = memory.history.findLast((change) => change.register === register && change.key === key)
      return rows.has(key) || last?.after !== null ? null : last.before
    }
    return {
      held: async (staffNumbers) => storedReferences(memory, staffNumbers),
      find,
      removed,
      taken: async (cells) => rowsByKey(register, cells).flatMap(([key]) => (rows.has(key) ? [key] : [])),
      has: async (other, field, cell) => [...rowsOf(memory, other).values()].some((cells) => cells[field] === cell),
    }
  }
  const put = (register: RegisterId, key: string, after: Cells | null, stamp: WriteStamp) => {
    const before = rowsOf(memory, register).get(key) ?? null
    const others = [...rowsOf(memory, register)].filter(([other]) => other !== key)
    setRows(memory, register, new Map(after ? [...others, [key, after]] : others))
    memory.history = [...memory.history, { ...stamp, register, key, before, after }]
    return key
  }
  const carryOut = async (register: RegisterId, write: RowWrite, stamp: WriteStamp): Promise<readonly string[]> => {
    if (write.kind === 'put')
      return rowsByKey(register, write.cells).map(([key, cells]) => put(register, key, cells, stamp))
    const after = write.kind === 'restore' ? await viewOf(register).removed(write.key) : null
    return [put(register, write.key, after, stamp)]
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    write: async (register, stamp, decide) => {
      const earlier = last
      const { promise, resolve: done } = Promise.withResolvers<void>()
      last = promise
      await earlier
      try {
        const outcome: Outcome<readonly RowWrite[], never> | Awaited<ReturnType<typeof decide>> = await decide(
          viewOf(register),
        )
        if (!outcome.ok) return outcome
        const keys: string[] = []
        for (const write of outcome.value) keys.push(...(await carryOut(register, write, stamp)))
        return { ok: true, value: keys }
      } finally {
        done()
      }
    },
  }
}
