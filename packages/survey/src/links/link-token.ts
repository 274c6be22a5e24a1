import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { Purpose } from '@wayproof/kernel/secrets/purpose'

/** Placeholder ID that an unreadable token is checked against, so that it costs the same work as a readable one. */
export const NOBODY: Id = '00000000-0000-4000-8000-000000000000'

/** Byte lengths of a token. Their sum is a multiple of 3, so that no base64url character has unused bits. */
export interface TokenShape {
  readonly purpose: Purpose
  readonly payloadBytes: number
  /** Number of leading bytes of the HMAC-SHA-256 over the payload. */
  readonly macBytes: number
}

/** Payload and truncated HMAC in base64url. */
export function signedToken(keyring: Keyring, shape: TokenShape, payload: Uint8Array): string {
  const mac = keyring.mac(shape.purpose, payload).subarray(0, shape.macBytes)
  return Buffer.concat([payload, mac]).toString('base64url')
}

/** Canonical base64url, in which every character encodes 6 significant bits. */
const AS_WRITTEN = /^[\w-]+$/

/** The payload, or null. Always verifies one HMAC, whatever the token looks like. */
export function readSignedToken(keyring: Keyring, shape: TokenShape, token: string): Buffer | null {
  const length = shape.payloadBytes + shape.macBytes
  const wellFormed = token.length * 3 === length * 4 && AS_WRITTEN.test(token)
  const bytes = wellFormed ? Buffer.from(token, 'base64url') : Buffer.alloc(length)
  const payload = bytes.subarray(0, shape.payloadBytes)
  return keyring.verify(shape.purpose, payload, bytes.subarray(shape.payloadBytes)) ? payload : null
}
