import type { Id } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import { readSignedToken, signedToken } from './link-token.ts'

/** The secret part of a traveler's unsubscribe link (RFC 8058): 46 characters of base64url. It opens no survey. */
export function unsubscribeToken(keyring: Keyring, travelerId: Id): string {
  return signedToken(keyring, 'unsubscribe-link', travelerId, [])
}

/** The traveler behind a token that this keyring made, else null. */
export function readUnsubscribeToken(keyring: Keyring, token: string): { readonly travelerId: Id } | null {
  const read = readSignedToken(keyring, 'unsubscribe-link', token, 0)
  return read && { travelerId: read.id }
}
