import type SQLite from 'better-sqlite3'
import { type DraftRecord, draftRecords } from './draft-records.ts'
import type { ExposedWave } from './exposed-wave.ts'
import { filePieces } from './file-pieces.ts'
import { invitationNeedles, invitationRecord } from './invitation-records.ts'
import { findNeedles, needles } from './needles.ts'
import { tiedByCell } from './tied-by-cell.ts'

export interface FreedBytes {
  /** Answers of which an old record lies in the file, or whose respondents old records give away. */
  readonly tied: readonly string[]
  /** Ids of invitations that a record, live or freed, calls answered. */
  readonly respondents: ReadonlySet<string>
  /** Drafts of those invited, live or freed. */
  readonly drafts: readonly DraftRecord[]
  /** Ids of invitations after which a reminder was posted, live or freed. */
  readonly reminded: ReadonlySet<string>
}

/** How the key of a reminder begins that keeps it from being posted twice; the id of the invitation follows. */
const REMINDER = Buffer.from('reminder:')

/** Looks for what was deleted or written anew and still lies in the file at `path`, which has no log. One pass over it. */
export function freedBytes(connection: SQLite.Database, path: string, wave: ExposedWave): FreedBytes {
  const indexes = connection
    .prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM pragma_index_list('answer') WHERE origin <> 'pk'`)
    .get()
  // A key stands in the table and, as the way to its row, in each index.
  const live = 1 + (indexes?.n ?? 0)
  const [keys, invitations] = [needles(wave.answers, 16), invitationNeedles(wave)]
  const found = new Map<string, number>()
  const respondents = new Map<string, string | null>()
  const drafts: DraftRecord[] = []
  const reminded = new Set<string>()
  for (const piece of filePieces(path)) {
    for (const [, key] of findNeedles(piece, keys)) found.set(key, (found.get(key) ?? 0) + 1)
    for (const [at, id] of findNeedles(piece, invitations)) {
      const record = invitationRecord(piece.bytes, at, wave)
      if (record?.answered) respondents.set(id, record.cell)
      drafts.push(...draftRecords(piece.bytes, at, id))
      if (piece.bytes.subarray(Math.max(0, at - REMINDER.length), at).equals(REMINDER)) reminded.add(id)
    }
  }
  const left = [...found].flatMap(([key, times]) => (times > live ? [key] : []))
  const given = wave.status === 'unlinked' ? tiedByCell(wave, wave.answers.keys(), respondents.values()) : []
  return { tied: [...left, ...given], respondents: new Set(respondents.keys()), drafts, reminded }
}
