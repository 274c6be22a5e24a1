import type { TryCountStore } from '@wayproof/accounts/tries/try-count-store'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** Limit of wrong tries of one kind: further ones are only asked to wait. */
export interface TryLimit {
  readonly withinMs: number
  /** Counts a wrong try at `now`. False, and not counted, if the window of `now` is full. */
  count(now: Instant): Promise<boolean>
}

export interface TryLimitPorts {
  readonly keyring: Pick<Keyring, 'mac'>
  readonly tryCounts: TryCountStore
}

const KEY_BYTES = 16

/**
 * A counter over all callers and over all processes. Only wrong tries
 * are limited, so a valid link or code is never blocked by people who guess. A stored count tells its day only: its key is
 * a keyed hash of kind and window.
 */
export function tryLimit(
  { keyring, tryCounts }: TryLimitPorts,
  kind: string,
  maxTries: number,
  withinMs: number,
): TryLimit {
  let fullWindow: number | null = null
  const countIn = async (window: number): Promise<boolean> => {
    // A flood does not reach the database.
    if (window === fullWindow) return false
    const key = keyring.mac('try-limit', `${kind} ${window}`).subarray(0, KEY_BYTES)
    const isCounted = await tryCounts.countTry(key, dateAt(window * withinMs, 'UTC'), maxTries)
    if (!isCounted) fullWindow = window
    return isCounted
  }
  // One at a time, because counts at the same moment conflict.
  let last: Promise<unknown> = Promise.resolve()
  return {
    withinMs,
    count: (now) => {
      const counted = last.then(() => countIn(Math.floor(now / withinMs)))
      last = counted.catch(() => {})
      return counted
    },
  }
}

export interface TryLimits {
  readonly codes: TryLimit
  readonly links: TryLimit
  /** Wrong case codes and mailed codes. */
  readonly cases: TryLimit
  /** The same for whistleblowers, kept separate so that flooding one channel does not block the other. */
  readonly reportCodes: TryLimit
}

export const tryLimits = (ports: TryLimitPorts): TryLimits => ({
  codes: tryLimit(ports, 'codes', 30, 60_000),
  links: tryLimit(ports, 'links', 1000, 600_000),
  cases: tryLimit(ports, 'cases', 30, 60_000),
  reportCodes: tryLimit(ports, 'report-codes', 30, 60_000),
})
