import { createHmac } from 'node:crypto'
import type { Instant } from '@wayproof/kernel/clock'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { standardWebhookKey } from '@wayproof/letters/hook/standard-webhook-key'
import { type RecentIds, recentIds } from './recent-ids.ts'

/** Maximum clock difference of the sender, and lifetime of a signature. */
const WINDOW_MS = 5 * 60_000

/** Headers of a call in the Standard Webhooks format: `id`, `timestamp` (seconds), `signature` (`v1,BASE64 ...`). */
export interface MailEventHeaders {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
}

export interface MailEventCheck extends Pick<RecentIds, 'forget'> {
  /** True if a call is signed with the secret, recent and new. Always computes one HMAC. */
  accepts(headers: MailEventHeaders, body: Uint8Array, now: Instant): boolean
}

/** HMAC-SHA-256 over `id.timestamp.body`. */
export function mailEventCheck(secret: string): MailEventCheck {
  const key = standardWebhookKey(secret)
  const ids = recentIds(WINDOW_MS)
  return {
    accepts: ({ id, timestamp, signature }, body, now) => {
      const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
      const signatures = signature.split(' ', 8).filter((part) => part.startsWith('v1,'))
      const isGenuine = signatures.some((candidate) => equalBytes(Buffer.from(candidate.slice(3), 'base64'), mac))
      return isGenuine && ids.accepts(id, timestamp, now)
    },
    forget: ids.forget,
  }
}
