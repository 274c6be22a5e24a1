import type { Cell, TablePiece } from '@wayproof/evidence'

/** What the reading process tells: rows in pieces, then the end, or a fault in its place. It waits to be asked for more. */
export type TableMessage = TablePiece<Readonly<Record<string, Cell>>>
