import type { TravelerPiece } from './import-travelers.ts'
import type { TravelerRow } from './traveler.ts'

const ROWS_A_PIECE = 1_000

/** Wraps rows in memory as the output of a file reader. */
export function travelerTable(
  rows: readonly TravelerRow[],
  digest: string,
  {
    unread = 0,
    leftOut = [],
  }: Pick<Extract<TravelerPiece, { kind: 'rows' }>, 'leftOut'> & { readonly unread?: number } = {},
): readonly TravelerPiece[] {
  const pieces: TravelerPiece[] = leftOut.length > 0 ? [{ kind: 'rows', rows: [], leftOut }] : []
  for (let index = 0; index < rows.length; index += ROWS_A_PIECE) {
    pieces.push({ kind: 'rows', rows: rows.slice(index, index + ROWS_A_PIECE) })
  }
  pieces.push({ kind: 'end', digest, unread })
  return pieces
}
