import type { Cell, FileColumns, TablePiece, TextForm } from '@wayproof/evidence'
import type { Reading } from './profiles.ts'

/** What the reading process is asked: the rows of a file, or its headings where nobody knows them. */
export type ReadTask = Reading | { readonly said: Partial<TextForm> }

/** What it tells: rows in pieces, then the end, or a fault in its place. It waits to be asked for more. */
export type TableMessage =
  | TablePiece<Readonly<Record<string, Cell>>>
  | { readonly kind: 'columns'; readonly columns: FileColumns }
