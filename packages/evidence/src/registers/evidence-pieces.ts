import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'

const PIECE = 256 * 1024
/** Pieces of one transaction, which locks the database of SQLite for a few milliseconds. */
const PIECES_AT_ONCE = 4

const INSERT = `INSERT INTO evidence_piece (digest, number, bytes) VALUES (@digest, @number, @bytes)
  ON CONFLICT (digest, number) DO NOTHING`

/** Stores the bytes of a file, several pieces at a time. */
export async function storePieces(database: QueryDatabase, digest: string, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE * PIECES_AT_ONCE) {
    await database.write(async (query) => {
      for (let at = from; at < Math.min(bytes.length, from + PIECE * PIECES_AT_ONCE); at += PIECE)
        await query.run(INSERT, { digest, number: at / PIECE, bytes: bytes.subarray(at, at + PIECE) })
    })
  }
}

/** Reads the bytes of a file, one piece at a time. */
export async function* piecesOf(query: ReadQuery, digest: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const piece = await query.get<{ bytes: Uint8Array }>(
      'SELECT bytes FROM evidence_piece WHERE digest = @digest AND number = @number',
      { digest, number },
    )
    if (!piece) return
    yield piece.bytes
  }
}
