import type { Id } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'

/** How long a mailed code is good, in milliseconds. */
export const CODE_VALID_MS = 30 * 60_000
export const CODE_TRIES = 5
/** Letters with a code to one mailbox, however its address is spelt, and for one case, so that nobody's mailbox is filled by somebody else. */
export const CODE_LETTERS = { calls: 5, milliseconds: 24 * 3_600_000 } as const

/** Eight digits, derived when the letter is sent and when they are compared; stored nowhere. */
export function mailedCode(keyring: Keyring, codeId: Id): string {
  const bytes = Buffer.from(keyring.mac('mailed-code', codeId))
  return String(bytes.readBigUInt64BE(0) % 100_000_000n).padStart(8, '0')
}

/** The digits as typed, spaces and full-width forms aside; empty when they are no code. */
export function readMailedCode(typed: string): string {
  const digits = typed.slice(0, 100).normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : ''
}
