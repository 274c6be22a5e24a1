import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

const PIECE = 256 * 1024
/** Pieces in one transaction: it holds the lock for a few milliseconds. */
const PIECES_AT_ONCE = 4

/** Stores the bytes of a file, some pieces at a time. */
export async function storePieces(database: SqliteDatabase, digest: string, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; from += PIECE * PIECES_AT_ONCE) {
    await database.write((sql) => {
      const insert = sql('INSERT INTO evidence_piece (digest, number, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      for (let at = from; at < Math.min(bytes.length, from + PIECE * PIECES_AT_ONCE); at += PIECE)
        insert.run(digest, at / PIECE, bytes.subarray(at, at + PIECE))
    })
  }
}

/** Reads the bytes of a file, one piece at a time. */
export function* piecesOf(database: SqliteDatabase, digest: string): Generator<Uint8Array> {
  const piece = database.read<{ bytes: Uint8Array }>('SELECT bytes FROM evidence_piece WHERE digest = ? AND number = ?')
  for (let number = 0; ; number += 1) {
    const found = piece.get(digest, number)
    if (!found) return
    yield found.bytes
  }
}
