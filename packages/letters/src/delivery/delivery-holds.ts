import { blamed } from '@wayproof/journal/outbox/refusal-cause'
import type { Instant } from '@wayproof/kernel/clock'
import type { DeliveryHold } from '@wayproof/oversight/services/service'
import type { ClaimedLetter } from '../outbox/outbox.ts'
import { readRefusal } from '../refusals/read-refusal.ts'
import { isHiddenKind } from './delivery-result.ts'
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

/** Refusals of one group of letters. Groups are counted apart, so that what is shown of one tells nothing of the other. */
interface Group {
  readonly domains: Map<string, Held>
  readonly all: Held
}

type HeldLetter = Pick<ClaimedLetter, 'to' | 'letter'>

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
  /** Until when a letter has to wait, and for which refusal; null if it may go now. */
  waitFor(letter: HeldLetter, now: Instant): { readonly until: Instant; readonly reply: string } | null
  /** True while all letters wait. */
  areAllHeld(): boolean
  /** Whether officers may see that the letter waits. */
  isShown(letter: HeldLetter): boolean
  accepted(letter: HeldLetter): void
  /** Until when the refused letter waits, without counting its attempt; null if the letter is held by nothing. */
  refused(letter: HeldLetter, reply: string, now: Instant): Instant | null
  /** The mail server could not be reached, or refused our session. Until when the letter waits, if nobody may see it wait. */
  unreachable(letter: HeldLetter, reply: string, now: Instant): Instant | null
  /** The part that officers may see. */
  shown(): HoldReport
}

/** The holds of this process, and the domains that accepted a letter since the previous report. */
export interface HoldReport {
  readonly holds: readonly DeliveryHold[]
  readonly accepted: ReadonlySet<string>
}

export function deliveryHolds(): DeliveryHolds {
  const group = (): Group => ({ domains: new Map(), all: { refusals: 0, hold: null } })
  const shownGroup = group()
  const hiddenGroup = group()
  const groupOf = ({ letter }: HeldLetter) => (isHiddenKind(letter.kind) ? hiddenGroup : shownGroup)
  let acceptedDomains = new Set<string>()
  /** The shown hold before its last probe, while it is not known whether a shown letter was the probe. */
  let beforeProbe: Pick<Hold, 'probes' | 'until'> | null = null

  const begin = (held: Held, reply: string, now: Instant, since = now) => {
    held.hold ??= { since, reply, probes: 1, until: now + probeWait(1) }
  }
  const beginAll = ({ all, domains }: Group, reply: string, now: Instant) => {
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
      const { hold } = shownGroup.all
      if (hold === null) return most
      const { probes, until } = hold
      if (!isProbe(hold, now)) return 0
      beforeProbe = { probes, until }
      return 1
    },
    waitFor: (letter, now) => {
      const { domains, all } = groupOf(letter)
      // `claimable` has limited the letters of the shown group already.
      const hold = (all === hiddenGroup.all ? all.hold : null) ?? domains.get(domainOf(letter.to))?.hold
      return !hold || isProbe(hold, now) ? null : hold
    },
    isShown: (letter) => groupOf(letter) === shownGroup,
    areAllHeld: () => shownGroup.all.hold !== null,
    accepted: (letter) => {
      const { domains, all } = groupOf(letter)
      domains.delete(domainOf(letter.to))
      Object.assign(all, { refusals: 0, hold: null })
      if (all === shownGroup.all) acceptedDomains.add(domainOf(letter.to))
      // The acceptance of a hidden letter ends no shown hold: the next letter is the probe in its place, at once.
      else if (shownGroup.all.hold) Object.assign(shownGroup.all.hold, beforeProbe)
      beforeProbe = null
    },
    refused: (letter, reply, now) => {
      const name = domainOf(letter.to)
      const current = groupOf(letter)
      const { domains, all } = current
      const domain = domains.get(name) ?? { refusals: 0, hold: null }
      domains.set(name, domain)
      domain.refusals += 1
      all.refusals += 1
      if (domain.refusals >= OF_A_DOMAIN) begin(domain, reply, now)
      const refusing = [...domains.values()].filter(({ refusals }) => refusals > 0)
      if (all.refusals >= OF_ALL || refusing.length >= DOMAINS) beginAll(current, reply, now)
      const hold = shownGroup.all.hold ?? all.hold ?? domain.hold
      return hold && now - hold.since <= UNCOUNTED_MS ? hold.until : null
    },
    unreachable: (letter, reply, now) => {
      const current = groupOf(letter)
      beginAll(current, reply, now)
      return current === hiddenGroup ? (current.all.hold?.until ?? now) : null
    },
    shown: () => {
      const held = [[ALL, shownGroup.all] as const, ...shownGroup.domains]
      const holds = held.flatMap(([domain, { hold }]) => (hold ? [shownHold(domain, hold)] : []))
      const accepted = acceptedDomains
      acceptedDomains = new Set()
      return { holds, accepted }
    },
  }
}

/** Stands for all domains. */
const ALL = ''

const shownHold = (domain: string, { since, reply, until }: Hold): DeliveryHold => {
  const refusal = readRefusal(reply)
  const cause = refusal && blamed(refusal.cause) === 'sender' ? 'refused' : 'away'
  return { domain, since, cause, reply, nextTryAt: until }
}
