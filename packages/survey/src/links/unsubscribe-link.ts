import type { Keyring } from '@wayproof/kernel/keyring'
import { addressKey } from '../travelers/address-key.ts'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

/**
 * The keyed hash of an address, which nobody can make for one without the key, and 80 bits of an HMAC that keep other bytes
 * out of the list of who gets no letters.
 */
const shape: TokenShape = { purpose: 'unsubscribe-link', payloadBytes: 32, macBytes: 10 }

/**
 * The secret part of the unsubscribe link (RFC 8058) in a letter to `address`: 56 characters of base64url. It names the
 * mailbox, and so outlives the traveler's row and the traveler's moving to another one. It opens no survey.
 */
export function unsubscribeToken(keyring: Keyring, address: string): string {
  return signedToken(keyring, shape, addressKey(keyring, address))
}

/** The keyed hash of the address behind a token that this keyring made, else null. */
export const readUnsubscribeToken = (keyring: Keyring, token: string): Uint8Array | null =>
  readSignedToken(keyring, shape, token)
