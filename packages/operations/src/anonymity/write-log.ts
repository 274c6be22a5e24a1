import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import type { ExposedWave } from './exposed-wave.ts'
import type { FileCopy } from './file-copy.ts'
import { bytesAt, wholePiece } from './file-pieces.ts'
import { findNeedles, type Needles, needles } from './needles.ts'
import { tiedByCell } from './tied-by-cell.ts'

/** The position of a page: the byte in the log or in the file at which it begins. */
interface Place {
  readonly in: 'log' | 'file'
  readonly at: number
}

/** A page that a transaction wrote, and its earlier content: null if unknown, NOTHING for a new page. */
interface WrittenPage {
  readonly before: Place | typeof NOTHING | null
  readonly after: Place
}

const NOTHING = 'nothing'
const [LOG_HEADER, FRAME_HEADER] = [32, 24]
const LARGEST_PAGE = 65_536

/** A file and its log, which are read one page at a time. */
interface OpenLog {
  readonly file: number
  readonly log: number
  readonly pageSize: number
}

/**
 * Transactions in a write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log), oldest first. Frames
 * left over from an earlier round of the log have other salts and form a separate history.
 */
function* commits({ file, log, pageSize }: OpenLog): Generator<readonly WrittenPage[]> {
  const [fileLength, logLength] = [fstatSync(file).size, fstatSync(log).size]
  const header = Buffer.alloc(FRAME_HEADER)
  let salts = ''
  let pages = new Map<number, Place>()
  let pageCount = Math.floor(fileLength / pageSize)
  let commit: WrittenPage[] = []
  for (let at = LOG_HEADER; at + FRAME_HEADER + pageSize <= logLength; at += FRAME_HEADER + pageSize) {
    bytesAt(log, at, header)
    const round = header.toString('latin1', 8, 16)
    if (round !== salts) {
      salts = round
      pages = new Map()
      commit = []
    }
    const number = header.readUInt32BE(0)
    const inFile = number * pageSize <= fileLength ? ({ in: 'file', at: (number - 1) * pageSize } as const) : null
    const after: Place = { in: 'log', at: at + FRAME_HEADER }
    // A page that the file did not have yet was empty.
    commit.push({ before: pages.get(number) ?? (number > pageCount ? NOTHING : inFile), after })
    pages.set(number, after)
    const size = header.readUInt32BE(4)
    if (size === 0) continue
    yield commit
    commit = []
    pageCount = size
  }
}

/**
 * Answers stored in the same transaction in which the only respondent of their cell, or respondents with equal answers,
 * were marked as answered.
 */
export function writeLog({ file, log }: Pick<FileCopy, 'file' | 'log'>, wave: ExposedWave): readonly string[] {
  if (!existsSync(log)) return []
  const opened = { file: openSync(file, 'r'), log: openSync(log, 'r') }
  try {
    const header = bytesAt(opened.log, 0, Buffer.alloc(LOG_HEADER))
    const pageSize = header.length < LOG_HEADER ? LARGEST_PAGE + 1 : header.readUInt32BE(8)
    return pageSize > LARGEST_PAGE ? [] : tiedByCommits({ ...opened, pageSize }, wave)
  } finally {
    closeSync(opened.log)
    closeSync(opened.file)
  }
}

function tiedByCommits(opened: OpenLog, wave: ExposedWave): readonly string[] {
  const [keys, invitations] = [needles(wave.answers, 16), invitationNeedles(wave)]
  const room = Buffer.alloc(opened.pageSize)
  const recordsAt = (places: readonly (Place | typeof NOTHING)[]) => {
    const answers = new Set<string>()
    const respondents = new Map<string, string | null>()
    for (const place of places) {
      if (place === NOTHING) continue
      const page = wholePiece(bytesAt(opened[place.in], place.at, room))
      for (const [, key] of findNeedles(page, keys)) answers.add(key)
      for (const [at, id] of findNeedles(page, invitations)) {
        const record = invitationRecord(page.bytes, at, wave)
        if (record?.answered) respondents.set(id, record.cell)
      }
    }
    return { answers, respondents }
  }
  const tied: string[] = []
  for (const pages of commits(opened)) {
    const readablePages = pages.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }]))
    const before = recordsAt(readablePages.map((page) => page.before))
    const after = recordsAt(readablePages.map((page) => page.after))
    const added = [...after.answers].filter((key) => !before.answers.has(key))
    const arrived = [...after.respondents].flatMap(([id, cell]) => (before.respondents.has(id) ? [] : [cell]))
    tied.push(...tiedByCell(wave, added, arrived))
  }
  return tied
}

/** The content of a record of `invitation` in the bytes of a page, live or freed. */
interface InvitationRecord {
  readonly cell: string | null
  readonly answered: boolean
}

const UUID = 36
/** Serial types of SQLite's record format: a text of a number of bytes, NULL, the integer 1. */
const textOf = (bytes: number) => 13 + 2 * bytes
const [NULL, ONE] = [0, 9]

export const invitationNeedles = ({ invitations }: ExposedWave): Needles => needles(invitations, UUID)

/**
 * Reads the record (https://www.sqlite.org/fileformat2.html#record_format) whose id is at this position; null if there
 * is none. Its header ends with the types of traveler, cell, generation and `answered`; the texts of id, wave, traveler
 * and cell follow. Earlier bytes of the header may be overwritten, if SQLite has linked the record into a list of free
 * blocks.
 */
export function invitationRecord(bytes: Buffer, at: number, wave: ExposedWave): InvitationRecord | null {
  const traveler = at + UUID + wave.id.length
  if (at < 4 || bytes.toString('latin1', at + UUID, traveler) !== wave.id) return null
  const [travelerType, cellType = NULL, , answeredType] = bytes.subarray(at - 4, at)
  if (travelerType !== textOf(UUID)) return null
  const cellAt = traveler + UUID
  const cell = cellType === NULL ? null : bytes.toString('latin1', cellAt, cellAt + (cellType - textOf(0)) / 2)
  return { cell, answered: answeredType === ONE }
}
