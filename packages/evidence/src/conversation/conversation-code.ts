import { newSecretCode, readSecretCode } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'

/** What is kept of the code of a conversation. What is no code gets a hash that none has, and costs the same look-up. */
export const codeHash = (keyring: Keyring, of: 'case-code' | 'report-code', typed: string): Uint8Array =>
  keyring.mac(of, readSecretCode(typed) ?? '')

/** The code of what a form becomes: derived from all that was written in it, and only with the key. */
export const codeOfForm = (
  keyring: Keyring,
  of: 'form-case' | 'form-report',
  formCode: string,
  written: readonly (string | null)[],
): string =>
  newSecretCode({ bytes: (length) => keyring.mac(of, JSON.stringify([formCode, ...written])).subarray(0, length) })
