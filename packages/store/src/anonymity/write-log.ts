import type { ExposedWave } from './exposed-wave.ts'
import { invitationNeedles, invitationRecords } from './invitation-records.ts'
import { findNeedles, needles } from './needles.ts'
import { tiedByCell } from './tied-by-cell.ts'

/** Pages that one transaction wrote, and what stood on each before; null where that is not known. */
interface Commit {
  readonly pages: readonly { readonly before: Buffer | null; readonly after: Buffer }[]
}

const [LOG_HEADER, FRAME_HEADER] = [32, 24]

/**
 * Transactions in a write-ahead log (https://www.sqlite.org/fileformat2.html#the_write_ahead_log), oldest first. Frames
 * left over from an earlier round of the log, known by other salts, are a history of their own.
 */
function* commits(log: Buffer, file: Buffer): Generator<Commit> {
  if (log.length < LOG_HEADER) return
  const pageSize = log.readUInt32BE(8)
  let salts = ''
  let pages = new Map<number, Buffer>()
  let known = Math.floor(file.length / pageSize)
  let commit: { before: Buffer | null; after: Buffer }[] = []
  for (let at = LOG_HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    const round = log.toString('latin1', at + 8, at + 16)
    if (round !== salts) {
      salts = round
      pages = new Map()
      commit = []
    }
    const number = log.readUInt32BE(at)
    const after = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize)
    commit.push({ before: pages.get(number) ?? pageOf(file, number, pageSize, known), after })
    pages.set(number, after)
    const size = log.readUInt32BE(at + 4)
    if (size === 0) continue
    yield { pages: commit }
    commit = []
    known = size
  }
}

/** A page the file did not have yet held nothing. */
function pageOf(file: Buffer, number: number, pageSize: number, known: number): Buffer | null {
  if (number > known) return Buffer.alloc(0)
  return number * pageSize <= file.length ? file.subarray((number - 1) * pageSize, number * pageSize) : null
}

/** Answers that came in the same transaction in which the only respondent of their cell, or ones who all say the same, answered. */
export function writeLog(log: Buffer, file: Buffer, wave: ExposedWave): readonly string[] {
  const keys = needles(
    [...wave.answers.keys()].map((key) => Buffer.from(key, 'latin1')),
    16,
  )
  const invitations = invitationNeedles(wave)
  const seen = (page: Buffer) => ({
    answers: [...findNeedles(page, keys)].map(([, key]) => key),
    respondents: [...invitationRecords(page, wave, invitations)].filter(({ answered }) => answered),
  })
  return [...commits(log, file)].flatMap(({ pages }) => {
    const known = pages.filter(({ before }) => before !== null)
    const before = known.map((page) => seen(page.before as Buffer))
    const after = known.map((page) => seen(page.after))
    const oldAnswers = new Set(before.flatMap(({ answers }) => answers))
    const oldRespondents = new Set(before.flatMap(({ respondents }) => respondents.map(({ id }) => id)))
    const came = new Set(after.flatMap(({ answers }) => answers).filter((key) => !oldAnswers.has(key)))
    const arrived = new Map(
      after.flatMap(({ respondents }) =>
        respondents.filter(({ id }) => !oldRespondents.has(id)).map(({ id, cell }) => [id, cell] as const),
      ),
    )
    return tiedByCell(wave, came, arrived.values())
  })
}
