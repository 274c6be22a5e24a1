import { join } from 'node:path'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import type SQLite from 'better-sqlite3'
import { makeCopyFolder, removeLeftCopies } from './copy-folder.ts'
import { type ExposedAnswer, type ExposedWave, exposedWaves } from './exposed-wave.ts'
import { copyOf, type FileCopy } from './file-copy.ts'
import { filePieces } from './file-pieces.ts'
import { findNeedles, needles } from './needles.ts'
import { remindedPeople } from './reminded-people.ts'
import { type DraftRecord, draftRecords, storedSizes } from './stored-sizes.ts'
import { rowOrder, sharedValues, smallGroups, storedMoments } from './table-attacks.ts'
import { respondentCells, tiedByCell } from './tied-by-cell.ts'
import { waveAnonymity } from './wave-anonymity.ts'
import { invitationNeedles, invitationRecord, writeLog } from './write-log.ts'

export interface AnonymityAttack {
  /** Path of the database file. */
  readonly file: string
  /** An earlier copy of the file, such as a backup. */
  readonly earlier?: string | undefined
  /** One wave; by default all. */
  readonly period?: PeriodKey
  readonly now: Instant
}

/**
 * Tries to tie stored answers to people, with the file and its log but without the key. Returns one row of counts for
 * each wave, in the order of periods. Changes nothing, but needs space for a copy beside the file, and searches every
 * byte of it. Throws DatabaseFault if a file cannot be read.
 */
export function attackAnonymity({ file, earlier, period, now }: AnonymityAttack): readonly WaveAnonymity[] {
  removeLeftCopies(file)
  const folder = makeCopyFolder(file)
  const opened: FileCopy[] = []
  const copy = (path: string, name: string) => {
    const made = copyOf(path, join(folder.path, name))
    opened.push(made)
    return made
  }
  try {
    return attackCopies(copy(file, 'now.db'), earlier === undefined ? null : copy(earlier, 'then.db'), period, now)
  } finally {
    for (const { close } of opened) close()
    folder.remove()
  }
}

function attackCopies(
  copy: FileCopy,
  before: FileCopy | null,
  period: PeriodKey | undefined,
  now: number,
): readonly WaveAnonymity[] {
  const tiedByLog = new Map<string, readonly string[]>()
  for (const wave of exposedWaves(copy.connection, period)) tiedByLog.set(wave.id, writeLog(copy, wave))
  copy.mergeLog()
  return Array.from(exposedWaves(copy.connection, period), (wave) =>
    attackWave(copy, before, wave, { now, log: tiedByLog.get(wave.id) ?? [] }),
  )
}

/** `log` are the answers that the log tied, before it was moved into the file. */
function attackWave(
  { connection, file }: FileCopy,
  before: FileCopy | null,
  wave: ExposedWave,
  { now, log }: { readonly now: number; readonly log: readonly string[] },
): WaveAnonymity {
  const freed = freedBytes(connection, file, wave)
  return waveAnonymity(wave, {
    tied: {
      'shared-values': sharedValues(connection, wave),
      'stored-moments': storedMoments(connection, wave, now),
      'row-order': rowOrder(connection, wave),
      'stored-sizes': storedSizes(wave, freed.drafts),
      'small-groups': smallGroups(wave),
      'freed-bytes': freed.tied,
      'write-log': log,
      'earlier-copy': before ? fromEarlierCopy(before, wave) : null,
    },
    respondentsKnown: freed.respondents.size,
    draftsKnown: new Set(freed.drafts.map(({ id }) => id)).size,
    remindedKnown: new Set([...freed.reminded, ...remindedPeople(connection, wave)]).size,
  })
}

/** Ties answers that still exist with the earlier copy alone, and with the difference between the two. */
function fromEarlierCopy(copy: FileCopy, wave: ExposedWave): readonly string[] {
  const [then] = exposedWaves(copy.connection, wave.period)
  if (then?.id !== wave.id) return []
  const same = sameAnswers(then, wave)
  const tied = [...smallGroups(then), ...writeLog(copy, then)].flatMap((key) => same.get(key) ?? [])
  return [...tied, ...answersSince(then, wave, same)]
}

/**
 * Ties answers that were added since an earlier copy to people who, by the difference, answered since. `same` maps the
 * keys of earlier answers to their present keys.
 */
function answersSince(earlier: ExposedWave, wave: ExposedWave, same: ReadonlyMap<string, string>): readonly string[] {
  const earlierKeys = new Set(same.values())
  const added = [...wave.answers.keys()].filter((key) => !earlierKeys.has(key))
  const waiting = [...earlier.invitations].filter(([, { answered }]) => !answered)
  const answeredNow = respondentCells(wave).length > 0
  // If the flags have been removed, the difference is certain only in cells in which everyone has answered since.
  const since = answeredNow ? waiting.filter(([id]) => wave.invitations.get(id)?.answered) : waiting
  return tiedByCell(
    wave,
    added,
    since.map(([, { cell }]) => cell),
  )
}

/**
 * Finds the answers of an earlier copy in a later one, and maps their earlier keys to their present ones. Unlinking
 * gives them new keys, but their content identifies them, or one of several equal ones.
 */
function sameAnswers(then: ExposedWave, now: ExposedWave): ReadonlyMap<string, string> {
  const same = new Map<string, string>()
  for (const key of then.answers.keys()) if (now.answers.has(key)) same.set(key, key)
  const unknown = new Map<string, string[]>()
  for (const [key, answer] of now.answers) {
    if (same.has(key)) continue
    const alike = unknown.get(contentOf(answer)) ?? []
    alike.push(key)
    unknown.set(contentOf(answer), alike)
  }
  for (const [key, answer] of then.answers) {
    const match = same.has(key) ? undefined : unknown.get(contentOf(answer))?.pop()
    if (match !== undefined) same.set(key, match)
  }
  return same
}

const contentOf = ({ cell, values }: ExposedAnswer) => `${cell} ${values}`

interface FreedBytes {
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
function freedBytes(connection: SQLite.Database, path: string, wave: ExposedWave): FreedBytes {
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
