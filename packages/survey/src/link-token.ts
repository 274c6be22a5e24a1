import type { Id } from '@wayproof/kernel'
import { equalBytes, type Keyring, type Purpose } from '@wayproof/kernel/keyring'

/** 144 bits of the HMAC: nobody guesses a link, and the address stays on one line of a mail. */
const MAC_BYTES = 18
const UUID_BYTES = 16

/** What an unreadable token is checked against, so that it costs the same work as a readable one. */
export const NOBODY: Id = '00000000-0000-4000-8000-000000000000'

/** base64url of the payload (a UUID and what follows it) and the first 18 bytes of its HMAC-SHA-256. */
export function signedToken(keyring: Keyring, purpose: Purpose, id: Id, rest: readonly number[]): string {
  const payloadBytes = UUID_BYTES + rest.length
  const bytes = Buffer.alloc(payloadBytes + MAC_BYTES)
  bytes.write(id.replaceAll('-', ''), 'hex')
  bytes.set(rest, UUID_BYTES)
  bytes.set(macOf(keyring, purpose, bytes.subarray(0, payloadBytes)), payloadBytes)
  return bytes.toString('base64url')
}

/** The id and the bytes after it, or null. Always computes and compares one HMAC, whatever the token looks like. */
export function readSignedToken(
  keyring: Keyring,
  purpose: Purpose,
  token: string,
  restBytes: number,
): { readonly id: Id; readonly rest: Uint8Array } | null {
  const length = UUID_BYTES + restBytes + MAC_BYTES
  const read = Buffer.from(token.slice(0, 2 * length), 'base64url')
  const wellFormed = read.length === length && read.toString('base64url') === token
  const bytes = wellFormed ? read : Buffer.alloc(length)
  const payload = bytes.subarray(0, UUID_BYTES + restBytes)
  const genuine = equalBytes(bytes.subarray(UUID_BYTES + restBytes), macOf(keyring, purpose, payload))
  if (!genuine) return null
  const hex = (from: number, to: number) => payload.toString('hex', from, to)
  const id = `${hex(0, 4)}-${hex(4, 6)}-${hex(6, 8)}-${hex(8, 10)}-${hex(10, UUID_BYTES)}`
  return { id, rest: payload.subarray(UUID_BYTES) }
}

const macOf = (keyring: Keyring, purpose: Purpose, payload: Uint8Array) =>
  keyring.mac(purpose, payload).subarray(0, MAC_BYTES)
