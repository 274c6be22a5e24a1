import type { TryCountStore } from '@wayproof/accounts/tries/try-count-store'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Tokens } from '@wayproof/kernel/id'
import { type NetworkLimit, networkLimit } from '@wayproof/kernel/network/count-networks'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'

/** Limit of wrong tries of one kind: further ones are only asked to wait. */
interface TryLimit {
  readonly withinMs: number
  /** Counts a wrong try at `now`. False, and not counted, if the window of `now` is full. */
  count(now: Instant): Promise<boolean>
}

interface TryLimitPorts {
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

const WITHIN_MS = 600_000
const MOST_OF_NETWORK = 10
const MOST_IN_ALL = 300
/** Beyond these, for networks that have not posted this day. */
const RESERVED = 100

/** Limits of new requests and reports, valid ones included, because a flood of them would fill the disk. */
export interface FormLimits {
  readonly requests: NetworkLimit
  /** Kept separate so that flooding one channel does not block the other. */
  readonly reports: NetworkLimit
}

interface FormLimitPorts extends TryLimitPorts {
  readonly tokens: Tokens
  readonly onRefused: () => void
}

export function formLimits({ tokens, onRefused, ...ports }: FormLimitPorts): FormLimits {
  const counted = (kind: string, most: number) => {
    const limit = tryLimit(ports, kind, most, WITHIN_MS)
    return async (now: number) => ((await limit.count(now)) ? null : WITHIN_MS - (now % WITHIN_MS))
  }
  const limitOf = (kind: keyof FormLimits) =>
    networkLimit({
      withinMs: WITHIN_MS,
      mostOfNetwork: MOST_OF_NETWORK,
      tokens,
      countInAll: counted(kind, MOST_IN_ALL),
      countReserved: counted(`${kind}-reserved`, RESERVED),
      onRefused,
    })
  return { requests: limitOf('requests'), reports: limitOf('reports') }
}
