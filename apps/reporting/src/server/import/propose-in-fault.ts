import { proposeRepairs } from '@wayproof/evidence/checks/propose-repairs'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { CellFault } from '@wayproof/evidence/rows/write-fault'
import type { Services } from '../trpc/context.ts'

/** Larger registers are only searched, not compared. */
const MOST_COMPARED = 5_000

/** Adds to each unknown reference among the faults of rows the one that was probably meant. */
export async function proposeInFault<Fault extends { readonly rows?: readonly CellFault[] }>(
  { store }: Pick<Services, 'store'>,
  register: RegisterId,
  fault: Fault,
): Promise<Fault> {
  if (!fault.rows) return fault
  const fields = registers[register].fields.map(({ name }) => name)
  return { ...fault, rows: await proposeRepairs(register, fields, fault.rows, candidatesIn(store)) }
}

/** Identifier and name of each row of a register. */
const candidatesIn = (store: Services['store']) => async (register: RegisterId) => {
  const [key = ''] = keyFields(register)
  const candidates: { readonly id: string; readonly name: string | null }[] = []
  for await (const batch of store.rows.all(register)) {
    for (const cells of batch) {
      const { name } = cells
      candidates.push({ id: String(cells[key] ?? ''), name: typeof name === 'string' ? name : null })
    }
    if (candidates.length > MOST_COMPARED) return []
  }
  return candidates
}
