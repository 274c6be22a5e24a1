import { newSecretCode, readSecretCode, type Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'

/** A new receipt code, made with the form. */
export const newReceipt = (tokens: Tokens): string => newSecretCode(tokens)

/** The code as we write it, however it was typed; null when it is none. */
export const readReceipt = (text: string): string | null => readSecretCode(text)

/** What is kept of a receipt code with the answer: 16 bytes that lead back to it only with the key. */
export function receiptHash(keyring: Keyring, code: string): Uint8Array {
  return keyring.mac('receipt', code).subarray(0, 16)
}

/** Hash of a code as it was typed. What is no code gets a hash that no answer has, and costs the same look-up. */
export function typedReceiptHash(keyring: Keyring, text: string): Uint8Array {
  return receiptHash(keyring, readReceipt(text) ?? '')
}
