import type { ChainedEntry } from './audit-entry.ts'
import { type ChainPlace, entryHash } from './entry-chain.ts'

/** The chained part of the log as it is stored. */
export interface StoredChain {
  /** The last deleted entry; the start of the chain if none was deleted. */
  readonly anchor: ChainPlace
  /** The last deleted entry according to the newest entry of a deletion; the start of the chain if there is none. */
  readonly deletedTo: ChainPlace
  /** The newest entry, as it was noted when it was chained. */
  readonly head: ChainPlace
  /** By number. */
  readonly entries: readonly ChainedEntry[]
}

export type ChainFault =
  /** The hash does not follow from this entry and the one before. */
  | { readonly code: 'edited'; readonly number: number }
  | { readonly code: 'removed'; readonly from: number; readonly to: number }
  /** The entry belongs to another place of the chain. */
  | { readonly code: 'reordered'; readonly number: number }
  /** The anchor is not the last entry that a scheduled deletion recorded. */
  | { readonly code: 'anchor-altered'; readonly number: number }
  /** The noted head is not the last entry. */
  | { readonly code: 'head-altered'; readonly number: number }

export interface ChainVerification {
  readonly entries: number
  readonly anchor: ChainPlace
  readonly head: ChainPlace
  /** In the order of the chain, at most `MOST_FAULTS`. */
  readonly faults: readonly ChainFault[]
  readonly holds: boolean
}

export const MOST_FAULTS = 20

/** Finds entries that were edited, removed or reordered since they were chained. */
export function verifyChain({ anchor, deletedTo, head, entries }: StoredChain): ChainVerification {
  const faults: ChainFault[] = [...faultsAtStart(anchor, deletedTo)]
  const broken: BrokenLink[] = []
  let last = anchor
  // The right hash of the last entry is the stored or the computed one: either may have been edited.
  let lastHashes: readonly string[] = [anchor.hash]
  for (const entry of entries) {
    if (faults.length + broken.length >= MOST_FAULTS) break
    const follows = lastHashes.some((previous) => entryHash(previous, entry) === entry.hash)
    if (entry.number !== last.number + 1) faults.push({ code: 'removed', from: last.number + 1, to: entry.number - 1 })
    else if (!follows) broken.push({ previous: last.hash, entry })
    lastHashes = follows ? [entry.hash] : [entry.hash, ...lastHashes.map((previous) => entryHash(previous, entry))]
    lastHashes = lastHashes.slice(0, 2)
    last = entry
  }
  faults.push(...faultsOfLinks(broken))
  faults.sort((a, b) => placeOf(a) - placeOf(b))
  if (faults.length < MOST_FAULTS) faults.push(...faultsAtEnd(last, head))
  return { entries: entries.length, anchor, head, faults, holds: faults.length === 0 }
}

/** An entry whose hash does not follow from the stored hash before it. */
interface BrokenLink {
  readonly previous: string
  readonly entry: ChainedEntry
}

const placeOf = (fault: ChainFault): number => (fault.code === 'removed' ? fault.from : fault.number)

/**
 * Entries that changed places break the links at both places, so the right place of one is sought at the other broken
 * links only: the chain may be long.
 */
function faultsOfLinks(broken: readonly BrokenLink[]): readonly ChainFault[] {
  const hashes = new Set(broken.flatMap(({ previous, entry }) => [previous, entry.hash]))
  const isFromElsewhere = (entry: ChainedEntry) =>
    [...hashes].some((previous) => hashes.has(entryHash(previous, entry)))
  return broken.map(({ entry }) => ({ code: isFromElsewhere(entry) ? 'reordered' : 'edited', number: entry.number }))
}

function faultsAtStart(anchor: ChainPlace, deletedTo: ChainPlace): readonly ChainFault[] {
  if (deletedTo.number < anchor.number) return [{ code: 'removed', from: deletedTo.number + 1, to: anchor.number }]
  const isSame = deletedTo.number === anchor.number && deletedTo.hash === anchor.hash
  return isSame ? [] : [{ code: 'anchor-altered', number: anchor.number }]
}

function faultsAtEnd(last: ChainPlace, head: ChainPlace): readonly ChainFault[] {
  if (last.number < head.number) return [{ code: 'removed', from: last.number + 1, to: head.number }]
  return last.number === head.number && last.hash === head.hash ? [] : [{ code: 'head-altered', number: last.number }]
}
