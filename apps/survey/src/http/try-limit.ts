import type { Instant } from '@wayproof/kernel'

/** Limit of wrong tries of one kind: further ones are only asked to wait. */
export interface TryLimit {
  readonly withinMs: number
  /** Counts a wrong try at `now`. False, and not counted, if `maxTries` were counted within the time before. */
  count(now: Instant): boolean
}

/**
 * An in-memory counter over all callers, because the pages do not know client addresses. Only wrong tries are limited,
 * so a valid link or code is never blocked by people who guess.
 */
export function tryLimit(maxTries: number, withinMs: number): TryLimit {
  const triedAt: Instant[] = []
  return {
    withinMs,
    count: (now) => {
      while (triedAt[0] !== undefined && now - triedAt[0] >= withinMs) triedAt.shift()
      if (triedAt.length >= maxTries) return false
      triedAt.push(now)
      return true
    },
  }
}

export interface TryLimits {
  readonly codes: TryLimit
  readonly links: TryLimit
  /** Wrong case codes and mailed codes. */
  readonly cases: TryLimit
  /** New requests, valid ones included, because a flood of them would fill the disk. */
  readonly requests: TryLimit
  /** The same limits for whistleblowers, kept separate so that flooding one channel does not block the other. */
  readonly reportCodes: TryLimit
  readonly reports: TryLimit
}

export const tryLimits = (): TryLimits => ({
  codes: tryLimit(30, 60_000),
  links: tryLimit(1000, 600_000),
  cases: tryLimit(30, 60_000),
  requests: tryLimit(300, 600_000),
  reportCodes: tryLimit(30, 60_000),
  reports: tryLimit(300, 600_000),
})
