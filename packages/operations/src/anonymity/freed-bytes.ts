import type SQLite from 'better-sqlite3'
import { type DraftRecord, draftRecords } from './draft-records.ts'
import type { ExposedWave } from './exposed-wave.ts'
import { filePieces } from './file-pieces.ts'
import { invitationNeedles, invitationRecord } from './invitation-records.ts'
import { findNeedles, needles } from './needles.ts'
import { tiedByCell } from './tied-by-cell.ts'

export interface FreedBytes {
  /** Answers with an old record in the file, or whose respondents old records reveal. */
  readonly tied: readonly string[]
  /** Ids of invitations that a record, live or freed, marks as answered. */
  readonly respondents: ReadonlySet<string>
  /** Drafts of invited people, live or freed. */
  readonly drafts: readonly DraftRecord[]
  /** Ids of invitations with a reminder, live or freed. */
  readonly reminded: ReadonlySet<string>
}

/** The prefix of the key that keeps a reminder from being posted twice; the id of the invitation follows. */
const REMINDER = Buffer.from('reminder:')

/** Searches the file at `path`, which has no log, for deleted and rewritten records, in one pass. */
export function freedBytes(connection: SQLite.Database, path: string, wave: ExposedWave): FreedBytes {
  const indexes = connection
    .prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM pragma_index_list('answer') WHERE origin <> 'pk'`)
    .get()
  // A key is stored in the table and in each index.
  const live = 1 + (indexes?.n ?? 0)
  const [keys, invitations] = [needles(wave.answers, 16), invitationNeedles(wave)]
  const timesByKey = new Map<string, number>()
  const respondents = new Map<string, string | null>()
  const drafts: DraftRecord[] = []
  const reminded = new Set<string>()
  for (const piece of filePieces(path)) {
    for (const [, key] of findNeedles(piece, keys)) timesByKey.set(key, (timesByKey.get(key) ?? 0) + 1)
    for (const [at, id] of findNeedles(piece, invitations)) {
      const record = invitationRecord(piece.bytes, at, wave)
      if (record?.answered) respondents.set(id, record.cell)
      drafts.push(...draftRecords(piece.bytes, at, id))
      if (piece.bytes.subarray(Math.max(0, at - REMINDER.length), at).equals(REMINDER)) reminded.add(id)
    }
  }
  const left = [...timesByKey].flatMap(([key, times]) => (times > live ? [key] : []))
  const given = wave.status === 'unlinked' ? tiedByCell(wave, wave.answers.keys(), respondents.values()) : []
  return { tied: [...left, ...given], respondents: new Set(respondents.keys()), drafts, reminded }
}
