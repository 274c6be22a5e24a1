import { newSecretCode, readSecretCode } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'

/** What is kept of a case code. What is no code gets a hash that no case has, and costs the same look-up. */
export const caseCodeHash = (keyring: Keyring, typed: string): Uint8Array =>
  keyring.mac('case-code', readSecretCode(typed) ?? '')

/** The code of the case that a form becomes: derived from all that was asked, and only with the key. */
export const caseCodeOfForm = (keyring: Keyring, formCode: string, asked: readonly (string | null)[]): string =>
  newSecretCode({
    bytes: (length) => keyring.mac('form-case', JSON.stringify([formCode, ...asked])).subarray(0, length),
  })
