import { createHmac } from 'node:crypto'
import type { Instant } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import { standardWebhookKey } from '@wayproof/letters/hook-key'

/** Maximum clock difference of the sender, and lifetime of a signature. */
const WINDOW_MS = 5 * 60_000

/** Headers of a call in the Standard Webhooks format: `id`, `timestamp` (seconds), `signature` (`v1,BASE64 ...`). */
export interface MailEventHeaders {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
}

export interface MailEventCheck {
  /** True if a call is signed with the secret, recent and new. Always computes one HMAC. */
  accepts(headers: MailEventHeaders, body: Uint8Array, now: Instant): boolean
  /** Forgets a call that could not be processed, so that it may be sent again. */
  forget(id: string): void
}

/**
 * HMAC-SHA-256 over `id.timestamp.body`. Call IDs are kept in memory for the lifetime of the signature. After a restart
 * a replay may pass once, but changes nothing, because a letter is marked only once.
 */
export function mailEventCheck(secret: string): MailEventCheck {
  const key = standardWebhookKey(secret)
  const seenIds = new Map<string, Instant>()
  return {
    accepts: ({ id, timestamp, signature }, body, now) => {
      const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
      const signatures = signature.split(' ', 8).filter((part) => part.startsWith('v1,'))
      const isGenuine = signatures.some((candidate) => equalBytes(Buffer.from(candidate.slice(3), 'base64'), mac))
      const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NEGATIVE_INFINITY
      if (!isGenuine || id === '' || Math.abs(now - at) > WINDOW_MS) return false
      for (const [seenId, expiresAt] of seenIds) if (expiresAt < now) seenIds.delete(seenId)
      if (seenIds.has(id)) return false
      seenIds.set(id, at + WINDOW_MS)
      return true
    },
    forget: (id) => void seenIds.delete(id),
  }
}
