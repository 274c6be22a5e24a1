import { readSecretCode } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'

/** What is kept of a case code. What is no code gets a hash that no case has, and costs the same look-up. */
export const caseCodeHash = (keyring: Keyring, typed: string): Uint8Array =>
  keyring.mac('case-code', readSecretCode(typed) ?? '')
