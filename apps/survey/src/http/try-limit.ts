import type { Instant } from '@wayproof/kernel'

/** How many wrong tries of a kind are told so; further ones are only asked to wait. */
export interface TryLimit {
  readonly withinMs: number
  /** Counts a wrong try at `now`. False when `most` were counted within the time before; then it is not counted. */
  count(now: Instant): boolean
}

/**
 * A counter in memory, over all callers: the pages know no addresses. Only wrong tries meet it; who has the right link or
 * code is never kept out by others who guess.
 */
export function tryLimit(most: number, withinMs: number): TryLimit {
  const counted: Instant[] = []
  return {
    withinMs,
    count: (now) => {
      while (counted[0] !== undefined && now - counted[0] >= withinMs) counted.shift()
      if (counted.length >= most) return false
      counted.push(now)
      return true
    },
  }
}

/** One set a process. */
export interface TryLimits {
  readonly codes: TryLimit
  readonly links: TryLimit
  /** Wrong case codes and mailed codes. */
  readonly cases: TryLimit
  /** New requests, right ones too: whoever fills the register with them would fill the disk. */
  readonly requests: TryLimit
  /** The same for whistle-blowers, and of their own: who floods one channel does not shut the other. */
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
