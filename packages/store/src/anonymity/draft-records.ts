import type { ExposedWave } from './exposed-wave.ts'
import { invitationNeedles } from './invitation-records.ts'
import { findNeedles } from './needles.ts'

const UUID = 36
/** Serial type of text of 36 bytes; those of bytes are even and 12 at least. */
const [TEXT_36, SHORTEST_BLOB] = [13 + 2 * UUID, 12]
/** Bytes that the serial type of a draft may take: up to two megabytes. */
const TYPE_WIDTHS = [1, 2, 3] as const

/** Ids of the wave's invitations of which a record of `draft` lies in the bytes of a page, live or freed. */
export function draftRecords(bytes: Buffer, wave: ExposedWave): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [at, id] of findNeedles(bytes, invitationNeedles(wave)))
    if (TYPE_WIDTHS.some((width) => isDraftHead(bytes, at, width))) found.add(id)
  return found
}

/** The header of a record before `at`: its own length, the id's type, and a blob's type in `width` bytes. */
function isDraftHead(bytes: Buffer, at: number, width: number): boolean {
  const start = at - width - 2
  if (start < 0 || bytes[start] !== width + 2 || bytes[start + 1] !== TEXT_36) return false
  const type = [...bytes.subarray(at - width, at)].reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return type >= SHORTEST_BLOB && type % 2 === 0
}
