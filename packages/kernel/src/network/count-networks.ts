import type { Instant } from '../clock.ts'
import type { Tokens } from '../id.ts'
import { type Keyring, keyring } from '../secrets/keyring.ts'

/** Limit of the posts of one form that anybody on the internet can send. */
export interface NetworkLimit {
  /**
   * Counts a post from `address`, as `callerAddress` returns it. Returns null, or the milliseconds to wait if a limit is
   * reached.
   */
  take(address: string | null, now: Instant): Promise<number | null>
  /** Deletes key and networks if they are of another day. */
  forgetOldDay(now: Instant): void
}

/** Counts a post. Returns null, or the milliseconds to wait if the limit is reached. */
type Count = (now: Instant) => Promise<number | null>

export interface NetworkLimitOptions {
  readonly withinMs: number
  /** Most posts of one network in each window. */
  readonly mostOfNetwork: number
  readonly tokens: Pick<Tokens, 'bytes'>
  /** Counts over all processes. */
  readonly countInAll: Count
  /** Counts over all processes the posts of new networks beyond the limit of `countInAll`. */
  readonly countReserved: Count
  readonly onRefused: () => void
}

const DAY = 24 * 3_600_000
const KEY_BYTES = 32

interface Day {
  readonly number: number
  readonly keys: Keyring
  /** For each network that posted this day, the posts of its last window. */
  readonly posts: Map<string, { readonly window: number; readonly count: number }>
}

/**
 * Networks are counted in the memory of the process, as hashes under a random key that is replaced each day (UTC) and
 * stored nowhere. Each process has its own key and counts, so several accept more from one network, within the shared
 * limits. Only an accepted post adds a network, so the shared limits bound the memory too.
 */
export function networkLimit({
  withinMs,
  mostOfNetwork,
  tokens,
  countInAll,
  countReserved,
  onRefused,
}: NetworkLimitOptions): NetworkLimit {
  let day: Day | null = null
  const forgetOldDay = (now: Instant) => {
    if (day?.number !== Math.floor(now / DAY)) day = null
  }
  const dayOf = (now: Instant): Day => {
    forgetOldDay(now)
    day ??= { number: Math.floor(now / DAY), keys: keyring(tokens.bytes(KEY_BYTES)), posts: new Map() }
    return day
  }

  const takeFrom = async (address: string, now: Instant): Promise<number | null> => {
    const { keys, posts } = dayOf(now)
    const network = Buffer.from(keys.mac('try-limit', networkOf(address))).toString('base64')
    const window = Math.floor(now / withinMs)
    const earlier = posts.get(network)
    const count = earlier?.window === window ? earlier.count : 0
    if (count >= mostOfNetwork) return withinMs - (now % withinMs)
    // Before any wait, so that posts at the same moment are all counted, and only one of them is a network's first.
    posts.set(network, { window, count: count + 1 })
    const wait =
      (await countInAll(now)) === null ? null : earlier ? withinMs - (now % withinMs) : await countReserved(now)
    if (wait !== null && !earlier) posts.delete(network)
    return wait
  }

  return {
    take: async (address, now) => {
      const wait = await (address === null ? countInAll(now) : takeFrom(address, now))
      if (wait !== null) onRefused()
      return wait
    },
    forgetOldDay,
  }
}

/** The /24 of an IPv4 address or the /48 of an IPv6 address: what one site or one rented server has. */
const networkOf = (address: string): string =>
  (address.includes(':') ? address.split(':') : address.split('.')).slice(0, 3).join(' ')
