import type { Cell, TableFault, TableRow } from '@wayproof/evidence'

/** What the reading process tells: rows in pieces, then the end, or a fault in their place. */
export type TableMessage =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow<Readonly<Record<string, Cell>>>[] }
  | { readonly kind: 'end'; readonly digest: string; readonly rowCount: number }
  | { readonly kind: 'fault'; readonly fault: TableFault }
