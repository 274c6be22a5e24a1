import type { Id } from '@wayproof/kernel'
import { equalBytes, type Keyring } from '@wayproof/kernel/keyring'

const UUID_BYTES = 16
/** 144 bits of the HMAC. */
const MAC_BYTES = 18

/** The secret part of a link into the dashboard: 46 characters of base64url, derived from the invitation's id. */
export function userInvitationToken(keyring: Keyring, id: Id): string {
  const payload = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([payload, macOf(keyring, payload)]).toString('base64url')
}

/** The invitation behind a token that this keyring made, else null. Always costs one HMAC. */
export function readUserInvitationToken(keyring: Keyring, token: string): Id | null {
  const read = Buffer.from(token.slice(0, 100), 'base64url')
  const wellFormed = read.length === UUID_BYTES + MAC_BYTES && read.toString('base64url') === token
  const bytes = wellFormed ? read : Buffer.alloc(UUID_BYTES + MAC_BYTES)
  const payload = bytes.subarray(0, UUID_BYTES)
  const genuine = equalBytes(bytes.subarray(UUID_BYTES), macOf(keyring, payload))
  if (!genuine || !wellFormed) return null
  return payload.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const macOf = (keyring: Keyring, payload: Uint8Array) => keyring.mac('user-invitation', payload).subarray(0, MAC_BYTES)
