import type { TravelerRow } from './traveler.ts'

const ROWS_A_PIECE = 1_000

type Piece =
  | { readonly kind: 'rows'; readonly rows: readonly TravelerRow[] }
  | { readonly kind: 'end'; readonly digest: string }

/** Rows that are at hand, in the form in which a file's reader gives them. */
export function travelerTable(rows: readonly TravelerRow[], digest: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < rows.length; at += ROWS_A_PIECE) {
    pieces.push({ kind: 'rows', rows: rows.slice(at, at + ROWS_A_PIECE) })
  }
  pieces.push({ kind: 'end', digest })
  return pieces
}
