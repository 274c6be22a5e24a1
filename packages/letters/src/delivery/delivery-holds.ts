import type { Instant } from '@wayproof/kernel'
import { domainOf } from './domain-limit.ts'

/** Refusals without an accepted letter between them, after which letters to a domain wait, or all letters. */
const OF_A_DOMAIN = 3
const OF_ALL = 5
/** As many domains that refuse our letters have one cause: ourselves. */
const DOMAINS = 3
const FIRST_PROBE_MS = 10_000
const LONGEST_PROBE_MS = 600_000
/** After this time, refusals count as attempts again, so that a server that will never accept our letters ends them. */
const UNCOUNTED_MS = 5 * 86_400_000

interface Hold {
  readonly since: Instant
  /** The refusal that began it. */
  readonly reply: string
  probes: number
  until: Instant
}

interface Held {
  refusals: number
  hold: Hold | null
}

/** Milliseconds from the first, second, ... refusal of a held letter to the next probe. */
export const probeWait = (probes: number): number =>
  Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(probes - 1, 10))

/**
 * Which letters wait because a server refuses them for a reason other than their address: our relay or our sending, or a
 * server that is away. While they wait, one letter at a time goes as a probe, 10 seconds to 10 minutes apart; once one is
 * accepted, all go on.
 */
export interface DeliveryHolds {
  /** How many of `most` letters may be claimed now: all; one as a probe; none. */
  claimable(now: Instant, most: number): number
  /** Until when a letter to this address has to wait, and for which refusal; null if it may go now. */
  waitFor(address: string, now: Instant): { readonly until: Instant; readonly reply: string } | null
  /** True while all letters wait. */
  areAllHeld(): boolean
  accepted(address: string): void
  /** Until when the refused letter waits, without counting its attempt; null if the letter is held by nothing. */
  refused(address: string, reply: string, now: Instant): Instant | null
  /** The mail server could not be reached, or refused our session. */
  unreachable(reply: string, now: Instant): void
}

export function deliveryHolds(): DeliveryHolds {
  const domains = new Map<string, Held>()
  const all: Held = { refusals: 0, hold: null }

  const begin = (held: Held, reply: string, now: Instant, since = now) => {
    held.hold ??= { since, reply, probes: 1, until: now + probeWait(1) }
  }
  const beginAll = (reply: string, now: Instant) => {
    begin(all, reply, now, Math.min(now, ...[...domains.values()].flatMap(({ hold }) => hold?.since ?? [])))
    domains.clear()
  }

  /** Returns true for a letter that may go as a probe, which puts the next probe off. */
  function isProbe(hold: Hold, now: Instant): boolean {
    // A clock that was set back must not extend the hold.
    if (now < hold.until && hold.until - now <= LONGEST_PROBE_MS) return false
    hold.probes += 1
    hold.until = now + probeWait(hold.probes)
    return true
  }

  return {
    claimable: (now, most) => {
      if (all.hold === null) return most
      return isProbe(all.hold, now) ? 1 : 0
    },
    waitFor: (address, now) => {
      const hold = domains.get(domainOf(address))?.hold
      return !hold || isProbe(hold, now) ? null : hold
    },
    areAllHeld: () => all.hold !== null,
    accepted: (address) => {
      domains.delete(domainOf(address))
      all.refusals = 0
      all.hold = null
    },
    refused: (address, reply, now) => {
      const name = domainOf(address)
      const domain = domains.get(name) ?? { refusals: 0, hold: null }
      domains.set(name, domain)
      domain.refusals += 1
      all.refusals += 1
      if (domain.refusals >= OF_A_DOMAIN) begin(domain, reply, now)
      const refusing = [...domains.values()].filter(({ refusals }) => refusals > 0)
      if (all.refusals >= OF_ALL || refusing.length >= DOMAINS) beginAll(reply, now)
      const hold = all.hold ?? domain.hold
      return hold && now - hold.since <= UNCOUNTED_MS ? hold.until : null
    },
    unreachable: beginAll,
  }
}
