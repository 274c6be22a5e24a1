import type SQLite from 'better-sqlite3'
import type { ExposedWave } from './exposed-wave.ts'
import { invitationNeedles, invitationRecords } from './invitation-records.ts'
import { findNeedles, needles } from './needles.ts'
import { tiedByCell } from './tied-by-cell.ts'

export interface FreedBytes {
  /** Answers of which an old record lies in the file, or whose respondents old records give away. */
  readonly tied: readonly string[]
  /** Ids of invitations that a record, live or freed, calls answered. */
  readonly respondents: ReadonlySet<string>
}

/** Looks for what was deleted or written anew and still lies in `bytes`, the whole file without its log. */
export function freedBytes(connection: SQLite.Database, bytes: Buffer, wave: ExposedWave): FreedBytes {
  const indexes = connection
    .prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM pragma_index_list('answer') WHERE origin <> 'pk'`)
    .get()
  // A key stands in the table and, as the way to its row, in each index.
  const live = 1 + (indexes?.n ?? 0)
  const found = new Map<string, number>()
  const keys = needles(
    [...wave.answers.keys()].map((key) => Buffer.from(key, 'latin1')),
    16,
  )
  for (const [, key] of findNeedles(bytes, keys)) found.set(key, (found.get(key) ?? 0) + 1)
  const left = [...found].flatMap(([key, times]) => (times > live ? [key] : []))

  const respondents = new Map<string, string | null>()
  for (const { id, cell, answered } of invitationRecords(bytes, wave, invitationNeedles(wave))) {
    if (answered) respondents.set(id, cell)
  }
  const given = wave.status === 'unlinked' ? tiedByCell(wave, wave.answers.keys(), respondents.values()) : []
  return { tied: [...left, ...given], respondents: new Set(respondents.keys()) }
}
