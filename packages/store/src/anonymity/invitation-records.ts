import type { ExposedWave } from './exposed-wave.ts'
import { type Needles, needles } from './needles.ts'

/** What a record of `invitation` says in the bytes of a page, whether or not a table still holds it. */
export interface InvitationRecord {
  readonly cell: string | null
  readonly answered: boolean
}

const UUID = 36
/** Serial types of SQLite's record format: text of 36 bytes, NULL, the integer 1. */
const [TEXT_36, NULL, ONE] = [13 + 2 * UUID, 0, 9]

export const invitationNeedles = ({ invitations }: ExposedWave): Needles => needles(invitations, UUID)

/**
 * The whole record (https://www.sqlite.org/fileformat2.html#record_format) whose id stands at that place, or null: a header
 * that ends with the types of cell, generation and `answered`, then the texts of id, wave, traveler and cell.
 */
export function invitationRecord(bytes: Buffer, at: number, wave: ExposedWave): InvitationRecord | null {
  if (at < 6 || bytes.toString('latin1', at + UUID, at + 2 * UUID) !== wave.id) return null
  const [idType, waveType, travelerType, cellType, , answeredType] = bytes.subarray(at - 6, at)
  if (idType !== TEXT_36 || waveType !== TEXT_36 || travelerType !== TEXT_36) return null
  const cell = cellType === NULL ? null : bytes.toString('latin1', at + 3 * UUID, at + 4 * UUID)
  return { cell, answered: answeredType === ONE }
}
