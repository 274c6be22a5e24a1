import type { Instant } from '@wayproof/kernel'
import type { ClaimChoices, ClaimedLetter, Outbox } from '@wayproof/letters'
import { gatherBatch } from '../engine/gather-batch.ts'

interface Claimant {
  readonly limit: number
  readonly now: Instant
  readonly leaseUntil: Instant
  readonly choices: ClaimChoices
  readonly resolve: (letters: readonly ClaimedLetter[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Claims that come at the same moment are made as one, and its letters dealt out in turn: lanes that work side by side
 * then hold neighbors, and what they mark together lies on few pages.
 */
export function sharedClaims(claim: Outbox['claim']): Outbox['claim'] {
  const waiting: Claimant[] = []
  const flush = () => {
    for (const together of groups(waiting.splice(0))) void claimFor(together, claim)
  }
  return (limit, now, leaseUntil, choices = {}) =>
    new Promise((resolve, reject) => {
      waiting.push({ limit, now, leaseUntil, choices, resolve, reject })
      if (waiting.length === 1) void gatherBatch(() => waiting.length).then(flush)
    })
}

/** Groups of claimants that choose among the same letters. */
function groups(claimants: readonly Claimant[]): readonly (readonly Claimant[])[] {
  const same = Map.groupBy(claimants, ({ choices }) => choices.inHands)
  return [...same.values()].flatMap((some) => [...Map.groupBy(some, ({ choices }) => choices.surveys ?? true).values()])
}

/** By the earliest of their clocks, and leased until the latest of their ends: none holds a letter longer than its lease. */
async function claimFor(claimants: readonly Claimant[], claim: Outbox['claim']): Promise<void> {
  const limit = claimants.reduce((sum, claimant) => sum + claimant.limit, 0)
  const now = Math.min(...claimants.map((claimant) => claimant.now))
  const leaseUntil = Math.max(...claimants.map((claimant) => claimant.leaseUntil))
  try {
    const letters = await claim(limit, now, leaseUntil, claimants[0]?.choices)
    const hands = dealt(letters, claimants)
    for (const [place, { resolve }] of claimants.entries()) resolve(hands[place] ?? [])
  } catch (error) {
    for (const { reject } of claimants) reject(error)
  }
}

/** To each in turn, until he has as many as he asked for. */
function dealt(letters: readonly ClaimedLetter[], claimants: readonly Claimant[]): readonly ClaimedLetter[][] {
  const hands = claimants.map((): ClaimedLetter[] => [])
  let place = 0
  for (const letter of letters) {
    while ((hands[place]?.length ?? 0) >= (claimants[place]?.limit ?? 0)) place = (place + 1) % claimants.length
    hands[place]?.push(letter)
    place = (place + 1) % claimants.length
  }
  return hands
}
