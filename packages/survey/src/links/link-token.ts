import type { Id } from '@wayproof/kernel'
import { equalBytes, type Keyring, type Purpose } from '@wayproof/kernel/keyring'

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
  return Buffer.concat([payload, macOf(keyring, shape, payload)]).toString('base64url')
}

/** Canonical base64url, in which every character encodes 6 significant bits. */
const AS_WRITTEN = /^[\w-]+$/

/** The payload, or null. Always computes and compares one HMAC, whatever the token looks like. */
export function readSignedToken(keyring: Keyring, shape: TokenShape, token: string): Buffer | null {
  const length = shape.payloadBytes + shape.macBytes
  const wellFormed = token.length * 3 === length * 4 && AS_WRITTEN.test(token)
  const bytes = wellFormed ? Buffer.from(token, 'base64url') : Buffer.alloc(length)
  const payload = bytes.subarray(0, shape.payloadBytes)
  return equalBytes(bytes.subarray(shape.payloadBytes), macOf(keyring, shape, payload)) ? payload : null
}

const macOf = (keyring: Keyring, { purpose, macBytes }: TokenShape, payload: Uint8Array) =>
  keyring.mac(purpose, payload).subarray(0, macBytes)
