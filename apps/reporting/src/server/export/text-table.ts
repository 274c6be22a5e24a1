import { EVIDENCE_TYPES, exportSheet } from '@wayproof/evidence'
import { csv } from './csv.ts'

export type TableForm = 'csv' | 'xlsx'

/** Rows of texts as a download, with the headers that a browser needs. */
export function textTable(name: string, form: TableForm, rows: readonly (readonly string[])[]): Response {
  const [type, body] =
    form === 'csv' ? ['text/csv; charset=utf-8', csv(rows)] : [EVIDENCE_TYPES.xlsx, Buffer.concat(exportSheet(rows))]
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${form}"` },
  })
}
