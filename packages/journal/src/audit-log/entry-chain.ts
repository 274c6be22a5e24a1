import { sha256 } from '@wayproof/kernel/secrets/keyring'
import type { ChainedEntry, StoredEntry } from './audit-entry.ts'

/** A place in the chain: the number of an entry and its hash. */
export type ChainPlace = Pick<ChainedEntry, 'number' | 'hash'>

/** The place before the first entry. */
export const CHAIN_START: ChainPlace = { number: 0, hash: '' }

/**
 * The hash of an entry after the entry with the hash `previous`: SHA-256 over the two as a JSON list. The number is not
 * part of it, so that an entry is recognized at another place.
 */
export const entryHash = (previous: string, { at, actorId, act, subject, details }: StoredEntry): string =>
  sha256(JSON.stringify([previous, at, actorId, act, subject, details]))

/** Places of entries that follow `head`, in their order. */
export function placesAfter(head: ChainPlace, entries: readonly StoredEntry[]): readonly ChainPlace[] {
  let last = head
  return entries.map((entry) => {
    last = { number: last.number + 1, hash: entryHash(last.hash, entry) }
    return last
  })
}
