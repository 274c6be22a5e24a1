import type { ExposedWave } from './exposed-wave.ts'
import { type Needles, needles } from './needles.ts'

/** What a record of `invitation` says in the bytes of a page, whether or not a table still holds it. */
export interface InvitationRecord {
  readonly cell: string | null
  readonly answered: boolean
}

const UUID = 36
/** Serial types of SQLite's record format: text of so many bytes, NULL, the integer 1. */
const textOf = (bytes: number) => 13 + 2 * bytes
const [NULL, ONE] = [0, 9]

export const invitationNeedles = ({ invitations }: ExposedWave): Needles => needles(invitations, UUID)

/**
 * The whole record (https://www.sqlite.org/fileformat2.html#record_format) whose id stands at that place, or null: a header
 * that ends with the types of traveler, cell, generation and `answered`, then the texts of id, wave, traveler and cell. What
 * stands before that in the header is lost where SQLite has chained the record's room with other free room.
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
