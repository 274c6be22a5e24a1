import type { Id } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** Validity of a mailed code in milliseconds. */
export const CODE_VALID_MS = 30 * 60_000
export const CODE_TRIES = 5
/**
 * Most code letters per mailbox (in any spelling of its address) and per case, so that nobody can flood another
 * person's mailbox.
 */
export const CODE_LETTERS = { calls: 5, milliseconds: 24 * 3_600_000 } as const

/** Eight digits, derived when the letter is sent and again for comparison; never stored. */
export function mailedCode(keyring: Keyring, codeId: Id): string {
  const bytes = Buffer.from(keyring.mac('mailed-code', codeId))
  return String(bytes.readBigUInt64BE(0) % 100_000_000n).padStart(8, '0')
}

/** Normalizes typed digits: spaces and full-width forms are ignored. Returns an empty text if it is no code. */
export function readMailedCode(typed: string): string {
  const digits = typed.slice(0, 100).normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : ''
}
