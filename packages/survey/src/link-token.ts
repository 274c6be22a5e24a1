import type { Id } from '@wayproof/kernel'
import { equalBytes, type Keyring, type Purpose } from '@wayproof/kernel/keyring'

/** What an unreadable token is checked against, so that it costs the same work as a readable one. */
export const NOBODY: Id = '00000000-0000-4000-8000-000000000000'

/** What a token's bytes are. */
export interface TokenShape {
  readonly purpose: Purpose
  readonly payloadBytes: number
  /** Of the HMAC-SHA-256 over the payload, from its beginning. */
  readonly macBytes: number
}

/** base64url of the payload and the beginning of its HMAC. */
export function signedToken(keyring: Keyring, shape: TokenShape, payload: Uint8Array): string {
  return Buffer.concat([payload, macOf(keyring, shape, payload)]).toString('base64url')
}

/** The payload, or null. Always computes and compares one HMAC, whatever the token looks like. */
export function readSignedToken(keyring: Keyring, shape: TokenShape, token: string): Buffer | null {
  const length = shape.payloadBytes + shape.macBytes
  const read = Buffer.from(token.slice(0, 2 * length), 'base64url')
  const wellFormed = read.length === length && read.toString('base64url') === token
  const bytes = wellFormed ? read : Buffer.alloc(length)
  const payload = bytes.subarray(0, shape.payloadBytes)
  return equalBytes(bytes.subarray(shape.payloadBytes), macOf(keyring, shape, payload)) ? payload : null
}

const macOf = (keyring: Keyring, { purpose, macBytes }: TokenShape, payload: Uint8Array) =>
  keyring.mac(purpose, payload).subarray(0, macBytes)
