import { csv, csvLines } from '@wayproof/evidence/import/csv/csv'

/** A CSV file, written while its rows are read. */
export async function* csvInChunks(chunks: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  yield csv([])
  for await (const rows of chunks) yield csvLines(rows)
}
