import { type RegisterId, registers } from '@wayproof/evidence/register'
import { cellText } from '@wayproof/evidence/rows/cell-text'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import type { Texts } from '@wayproof/evidence/rows/read-cells'
import { client, queryClient, trpc } from '../api.ts'
import { offerUndo } from '../undo/undo-offer.ts'

/** The cells of a row as the form shows them. */
export const textsOf = (register: RegisterId, { cells }: StoredRow): Texts =>
  Object.fromEntries(
    registers[register].fields.map((field) => [field.name, cellText(field, cells[field.name] ?? null)]),
  )

interface WrittenRow {
  readonly register: RegisterId
  readonly key: string
  /** The row as it was before. */
  readonly before: Texts
  readonly text: string
  /** Stands in the row's history as the reason of the undoing. */
  readonly reason: string
}

/** Offers to give a corrected row its former cells; refused if somebody corrects it in between. */
export async function offerUndoOfCorrection({ register, key, before, text, reason }: WrittenRow): Promise<void> {
  const { row } = await queryClient.fetchQuery({
    ...trpc.registerRow.show.queryOptions({ register, key }),
    staleTime: 0,
  })
  if (!row) return
  const what = { kind: 'correct', key, texts: before, seen: textsOf(register, row) } as const
  offerUndo({ text, undo: async () => (await client.registerRow.write.mutate({ register, what, reason })).ok })
}

/** Offers to restore a removed row. */
export function offerUndoOfRemoval({ register, key, text, reason }: Omit<WrittenRow, 'before'>): void {
  const what = { kind: 'restore', key } as const
  offerUndo({ text, undo: async () => (await client.registerRow.write.mutate({ register, what, reason })).ok })
}
