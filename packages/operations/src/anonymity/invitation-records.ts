import type { ExposedWave } from './exposed-wave.ts'
import { type Needles, needles } from './needles.ts'

/** The content of a record of `invitation` in the bytes of a page, live or freed. */
export interface InvitationRecord {
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
