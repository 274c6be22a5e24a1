import type { Instant } from '@wayproof/kernel/clock'

/** Remembers the IDs of signed calls, so that each is accepted once. */
export interface RecentIds {
  /** True once for each ID whose time (whole seconds, as text) is at most the window away from now. */
  accepts(id: string, timestamp: string, now: Instant): boolean
  /** Forgets a call that could not be processed, so that it may be sent again. */
  forget(id: string): void
}

/**
 * The IDs are in memory for the lifetime of a signature. After a restart a replay may pass once, but changes nothing,
 * because a letter is marked only once.
 */
export function recentIds(windowMs: number): RecentIds {
  const expiries = new Map<string, Instant>()
  return {
    accepts: (id, timestamp, now) => {
      const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NEGATIVE_INFINITY
      if (id === '' || Math.abs(now - at) > windowMs) return false
      for (const [seenId, expiresAt] of expiries) if (expiresAt < now) expiries.delete(seenId)
      if (expiries.has(id)) return false
      expiries.set(id, at + windowMs)
      return true
    },
    forget: (id) => void expiries.delete(id),
  }
}
