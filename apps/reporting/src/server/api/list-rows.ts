import type { Cell, Field } from '@wayproof/evidence/import/field'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { Services } from '../trpc/context.ts'

export const MAX_LISTED = 1_000

export interface ListRows {
  readonly register: RegisterId
  /** From 1 to 1,000. */
  readonly limit: number
  /** Key of the last row of the previous page. */
  readonly after: string | null
}

/** Lists rows of a register by key, in the format in which they are sent. Fault: `bad-query`. */
export async function listRows(
  { store }: Pick<Services, 'store'>,
  { register, limit, after }: ListRows,
): Promise<Outcome<{ readonly rows: readonly object[]; readonly next: string | null }>> {
  const page = await store.rows.after(register, after, limit + 1)
  if (!page) return fail('bad-query')
  const rows = page.slice(0, limit)
  const next = page.length > limit ? (rows.at(-1)?.key ?? null) : null
  return ok({ rows: rows.map((row) => rowJson(registers[register].fields, row)), next })
}

function rowJson(fields: readonly Field[], { key, cells, origin }: StoredRow) {
  const row = Object.fromEntries(fields.map((field) => [field.name, jsonCell(field, cells[field.name] ?? null)]))
  const source = origin && { ...origin, at: new Date(origin.at).toISOString() }
  return { key, row, source }
}

const jsonCell = ({ kind }: Field, cell: Cell) =>
  kind === 'instant' && typeof cell === 'number' ? new Date(cell).toISOString() : cell
