import type { Id } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

// A link is derived when a letter is sent and never stored: without the key outside the database nobody can make one.

const UUID_BYTES = 16

/** An id and a generation. 144 bits of the HMAC: nobody guesses a link, and the address stays on one line of a mail. */
const shape: TokenShape = { purpose: 'survey-link', payloadBytes: UUID_BYTES + 1, macBytes: 18 }

/** The secret part of a traveler's survey link: 47 characters of base64url. `generation` is 0 to 255. */
export function linkToken(keyring: Keyring, invitationId: Id, generation: number): string {
  const payload = Buffer.alloc(shape.payloadBytes)
  payload.write(invitationId.replaceAll('-', ''), 'hex')
  payload[UUID_BYTES] = generation
  return signedToken(keyring, shape, payload)
}

/** The invitation behind a token that this keyring made, else null, in time that does not tell why. */
export function readLinkToken(
  keyring: Keyring,
  token: string,
): { readonly invitationId: Id; readonly generation: number } | null {
  const payload = readSignedToken(keyring, shape, token)
  if (payload === null) return null
  return { invitationId: uuidOf(payload.toString('hex', 0, UUID_BYTES)), generation: payload[UUID_BYTES] ?? 0 }
}

const uuidOf = (hex: string): Id =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
