import { createHmac } from 'node:crypto'
import type { Instant } from '@wayproof/kernel/clock'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { type RecentIds, recentIds } from './recent-ids.ts'

/** Mailgun repeats a call for 8 hours, perhaps with the same signature. */
const WINDOW_MS = 9 * 60 * 60_000

export interface MailgunSignature {
  readonly timestamp: string
  readonly token: string
  readonly signature: string
}

export interface MailgunCheck extends Pick<RecentIds, 'forget'> {
  /** `replayed`: signed with the key, but too old or not for the first time. */
  verify(signature: MailgunSignature, now: Instant): 'genuine' | 'replayed' | 'forged'
}

/** Hexadecimal HMAC-SHA-256 over timestamp and token. The body is not signed, so a token counts only once. */
export function mailgunCheck(key: string): MailgunCheck {
  const ids = recentIds(WINDOW_MS)
  return {
    verify: ({ timestamp, token, signature }, now) => {
      const mac = createHmac('sha256', key)
        .update(timestamp + token)
        .digest()
      if (!equalBytes(Buffer.from(signature, 'hex'), mac)) return 'forged'
      return ids.accepts(token, timestamp, now) ? 'genuine' : 'replayed'
    },
    forget: ids.forget,
  }
}
