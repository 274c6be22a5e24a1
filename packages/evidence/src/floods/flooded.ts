import type { Id } from '@wayproof/kernel/id'

/** Entries closed as a flood whose texts are stored. */
export const FLOODED = { outcome: 'flood', codeHash: { not: null } } as const

/** Condition of entries that figures count: a flood is nobody's request or report. */
export const NO_FLOOD = "coalesce(outcome, '') <> 'flood'"

/** Entries to which their authors can write. */
export const OPEN_OR_FLOODED = { OR: [{ status: { not: 'closed' } }, FLOODED] }

export const REOPENED = { status: 'received', outcome: null, closedOn: null } as const

/** Fewer than the parameters that an engine takes in one statement. */
const CHUNK = 500

/** Calls `work` for pieces of `ids`, and returns the sum of its results. */
export async function inPieces(ids: readonly Id[], work: (piece: Id[]) => Promise<number>): Promise<number> {
  let sum = 0
  for (let start = 0; start < ids.length; start += CHUNK) sum += await work(ids.slice(start, start + CHUNK))
  return sum
}

/** The counted entries of one closing day. */
interface FloodRow {
  readonly closedOn: string | null
  readonly _min: { readonly receivedOn: string | null }
  readonly _max: { readonly receivedOn: string | null }
  readonly _count: { readonly _all: number }
}

export const floodOf = ({ closedOn, _min, _max, _count }: FloodRow) => ({
  closedOn: closedOn ?? '',
  from: _min.receivedOn ?? '',
  to: _max.receivedOn ?? '',
  entries: _count._all,
})
