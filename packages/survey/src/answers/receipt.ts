import type { Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'

/** Creates the receipt code that is sent with the form. */
export const newReceipt = (tokens: Tokens): string => newSecretCode(tokens)

/** Returns a typed code in its canonical form; null if it is no code. */
export const readReceipt = (text: string): string | null => readSecretCode(text)

/** The 16-byte keyed hash that is stored with the answer; only the key's owner can match it to a code. */
export function receiptHash(keyring: Keyring, code: string): Uint8Array {
  return keyring.mac('receipt', code).subarray(0, 16)
}

/** Hash of a code as typed. An invalid code gets a hash that matches no answer, so that it costs the same look-up. */
export function typedReceiptHash(keyring: Keyring, text: string): Uint8Array {
  return receiptHash(keyring, readReceipt(text) ?? '')
}
