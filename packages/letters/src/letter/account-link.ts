import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

type LinkPurpose = 'user-invitation' | 'password-reset'

const UUID_BYTES = 16
/** 144 bits of the HMAC. */
const MAC_BYTES = 18

/** The secret part of a link into the dashboard: 46 characters of base64url, derived from an id. */
function makeToken(keyring: Keyring, purpose: LinkPurpose, id: Id): string {
  const payload = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([payload, keyring.mac(purpose, payload).subarray(0, MAC_BYTES)]).toString('base64url')
}

/** Reads the ID from a token that this keyring made; null for any other. Always verifies one HMAC. */
function readToken(keyring: Keyring, purpose: LinkPurpose, token: string): Id | null {
  const read = Buffer.from(token.slice(0, 100), 'base64url')
  const wellFormed = read.length === UUID_BYTES + MAC_BYTES && read.toString('base64url') === token
  const bytes = wellFormed ? read : Buffer.alloc(UUID_BYTES + MAC_BYTES)
  const payload = bytes.subarray(0, UUID_BYTES)
  const genuine = keyring.verify(purpose, payload, bytes.subarray(UUID_BYTES))
  if (!genuine || !wellFormed) return null
  return payload.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The secret part of the link to an invitation. */
export const userInvitationToken = (keyring: Keyring, id: Id): string => makeToken(keyring, 'user-invitation', id)

export const readUserInvitationToken = (keyring: Keyring, token: string): Id | null =>
  readToken(keyring, 'user-invitation', token)

/** The secret part of the link to a new password. */
export const passwordResetToken = (keyring: Keyring, id: Id): string => makeToken(keyring, 'password-reset', id)

export const readPasswordResetToken = (keyring: Keyring, token: string): Id | null =>
  readToken(keyring, 'password-reset', token)
