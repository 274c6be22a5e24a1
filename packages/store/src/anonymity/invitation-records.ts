import type { ExposedWave } from './exposed-wave.ts'
import { findNeedles, type Needles, needles } from './needles.ts'

/** What a record of `invitation` says in the bytes of a page, whether or not a table still holds it. */
export interface InvitationRecord {
  readonly id: string
  readonly cell: string | null
  readonly answered: boolean
}

const UUID = 36
/** Serial types of SQLite's record format: text of 36 bytes, NULL, the integer 1. */
const [TEXT_36, NULL, ONE] = [13 + 2 * UUID, 0, 9]

export const invitationNeedles = ({ invitations }: ExposedWave): Needles =>
  needles(
    [...invitations.keys()].map((id) => Buffer.from(id)),
    UUID,
  )

/**
 * Finds whole records (https://www.sqlite.org/fileformat2.html#record_format): a header that ends with the types of cell,
 * generation and `answered`, then the texts of id, wave, traveler and cell.
 */
export function* invitationRecords(bytes: Buffer, wave: ExposedWave, sought: Needles): Generator<InvitationRecord> {
  for (const [at, id] of findNeedles(bytes, sought)) {
    if (at < 6 || bytes.toString('latin1', at + UUID, at + 2 * UUID) !== wave.id) continue
    const [idType, waveType, travelerType, cellType, , answeredType] = bytes.subarray(at - 6, at)
    if (idType !== TEXT_36 || waveType !== TEXT_36 || travelerType !== TEXT_36) continue
    const cell = cellType === NULL ? null : bytes.toString('latin1', at + 3 * UUID, at + 4 * UUID)
    yield { id, cell, answered: answeredType === ONE }
  }
}
