import type { Id } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readSignedToken, signedToken } from './link-token.ts'

// A link is derived when a letter is sent and never stored: without the key outside the database nobody can make one.

/** The secret part of a traveler's survey link: 47 characters of base64url. `generation` is 0 to 255. */
export function linkToken(keyring: Keyring, invitationId: Id, generation: number): string {
  return signedToken(keyring, 'survey-link', invitationId, [generation])
}

/** The invitation behind a token that this keyring made, else null, in time that does not tell why. */
export function readLinkToken(
  keyring: Keyring,
  token: string,
): { readonly invitationId: Id; readonly generation: number } | null {
  const read = readSignedToken(keyring, 'survey-link', token, 1)
  return read && { invitationId: read.id, generation: read.rest[0] ?? 0 }
}
