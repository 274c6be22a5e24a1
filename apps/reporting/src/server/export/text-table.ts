import { Readable } from 'node:stream'
import { EVIDENCE_TYPES } from '@wayproof/evidence/attachments/evidence-type'
import { exportSheet } from '@wayproof/evidence/export/export-xlsx'
import { csv } from '@wayproof/evidence/import/csv/csv'

export type TableForm = 'csv' | 'xlsx'

const CSV = 'text/csv; charset=utf-8'

/** Rows of texts as a download, with the headers that a browser needs. */
export function textTable(name: string, form: TableForm, rows: readonly (readonly string[])[]): Response {
  const [type, body] = form === 'csv' ? [CSV, csv(rows)] : [EVIDENCE_TYPES.xlsx, Buffer.concat(exportSheet(rows))]
  return download(`${name}.${form}`, type, body)
}

/** The text of a CSV file as a download, sent while it is written. */
export const textStream = (name: string, chunks: AsyncIterable<string>): Response =>
  download(`${name}.csv`, CSV, Readable.toWeb(Readable.from(bytesOf(chunks))) as ReadableStream)

async function* bytesOf(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk)
}

const download = (fileName: string, type: string, body: string | Buffer | ReadableStream): Response =>
  new Response(body as BodyInit, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` },
  })
