import type { Query } from '@wayproof/database/query/query'
import type { Id } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import { BOUNCE_DAYS } from '../travelers/suppression.ts'
import { REMINDER_KINDS, type ReminderKind } from './reminder-kind.ts'

/**
 * The id of a reminder, in the form of a random one. It is derived under the key, so that a complaint about a deleted
 * reminder, whose recipient has answered or whose wave is unlinked, still finds its recipient without a stored row.
 */
export function reminderLetterId(keyring: Keyring, kind: ReminderKind, invitationId: string): string {
  const bytes = Buffer.from(keyring.mac('reminder-letter', `${kind}:${invitationId}`).subarray(0, 16))
  bytes[6] = (Number(bytes[6]) & 0x0f) | 0x40
  bytes[8] = (Number(bytes[8]) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const DAY_MS = 86_400_000

/** Travelers invited to a wave whose letters may still be returned, and whose address has the reported hash prefix. */
const CANDIDATES = `SELECT invitation.id FROM traveler CROSS JOIN wave
  JOIN invitation ON invitation.wave_id = wave.id AND invitation.traveler_id = traveler.id
  WHERE traveler.email_key >= @from AND traveler.email_key <= @to
    AND (wave.status <> 'unlinked' OR wave.closed_at >= @since)`

const INVITATION = 'SELECT id FROM letter WHERE dedupe_key = @dedupeKey'

/**
 * Finds the letter that replaces a deleted reminder: the invitation to the same person. So a late report leaves the
 * same traces as one about the invitation, and does not reveal who was reminded. Null if the report is about neither.
 */
export async function letterInPlaceOf(
  query: Query,
  keyring: Keyring,
  { letterId, addressMark }: { readonly letterId: Id; readonly addressMark: Uint8Array },
  now: number,
): Promise<string | null> {
  const to = Buffer.concat([addressMark, Buffer.alloc(32, 0xff)])
  const since = new Date(now - (BOUNCE_DAYS + 1) * DAY_MS)
  const wanted = Buffer.from(letterId)
  const isTheirs = (id: string) =>
    REMINDER_KINDS.some((kind) => equalBytes(Buffer.from(reminderLetterId(keyring, kind, id)), wanted))
  const candidates = await query.all<{ id: string }>(CANDIDATES, { from: addressMark, to, since })
  const candidate = candidates.find(({ id }) => isTheirs(id))
  if (!candidate) return null
  const invitation = await query.get<{ id: string }>(INVITATION, { dedupeKey: `invitation:${candidate.id}` })
  return invitation?.id ?? null
}
