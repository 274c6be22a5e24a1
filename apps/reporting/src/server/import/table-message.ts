import type { Cell } from '@wayproof/evidence/import/field'
import type { TablePiece } from '@wayproof/evidence/import/read-pieces'
import type { FileColumns } from '@wayproof/evidence/mapping/file-columns'
import type { TextForm } from '@wayproof/evidence/mapping/text-form'
import type { Reading } from './profiles.ts'

/** Task of the reading process: the rows of a file, or its headings if they are unknown. */
export type ReadTask = Reading | { readonly said: Partial<TextForm> }

/** Its messages: rows in pieces, then the end or a fault. After some pieces it waits for a request for more. */
export type TableMessage =
  | TablePiece<Readonly<Record<string, Cell>>>
  | { readonly kind: 'columns'; readonly columns: FileColumns }
