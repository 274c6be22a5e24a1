import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'

/**
 * Stored hash of a conversation code. An invalid code gets a hash that no conversation has, so its lookup costs the
 * same.
 */
export const codeHash = (keyring: Keyring, of: 'case-code' | 'report-code', typed: string): Uint8Array =>
  keyring.mac(of, readSecretCode(typed) ?? '')

/** Derives the code of a submitted form from its whole content and the key. */
export const codeOfForm = (
  keyring: Keyring,
  of: 'form-case' | 'form-report',
  formCode: string,
  written: readonly (string | null)[],
): string =>
  newSecretCode({ bytes: (length) => keyring.mac(of, JSON.stringify([formCode, ...written])).subarray(0, length) })
