import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { addressKey } from '../travelers/address-key.ts'
import { readSignedToken, signedToken, type TokenShape } from './link-token.ts'

/**
 * Payload: the keyed hash of an address, which cannot be computed without the key. 80 bits of HMAC keep forged hashes
 * out of the suppression list.
 */
const shape: TokenShape = { purpose: 'unsubscribe-link', payloadBytes: 32, macBytes: 10 }

/**
 * The secret part of the unsubscribe link (RFC 8058) in a letter to `address`: 56 characters of base64url. It
 * identifies the mailbox, so it remains valid after the traveler is deleted or changes address. It opens no survey.
 */
export function unsubscribeToken(keyring: Keyring, address: string): string {
  return signedToken(keyring, shape, addressKey(keyring, address))
}

/** The keyed address hash in a token signed by this keyring, else null. */
export const readUnsubscribeToken = (keyring: Keyring, token: string): Uint8Array | null =>
  readSignedToken(keyring, shape, token)
