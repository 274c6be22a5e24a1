import type { TableFault } from '@wayproof/evidence'
import type { ImportedTable } from './read-file.ts'

/** What the reading process tells: rows in pieces, then the end, or a fault in their place. */
export type TableMessage =
  | { readonly kind: 'rows'; readonly rows: ImportedTable['rows'] }
  | { readonly kind: 'end'; readonly table: Omit<ImportedTable, 'rows'> }
  | { readonly kind: 'fault'; readonly fault: TableFault }
