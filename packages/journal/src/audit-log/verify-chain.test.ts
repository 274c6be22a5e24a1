import { expect, it } from 'vitest'
import type { ChainedEntry, StoredEntry } from './audit-entry.ts'
import { CHAIN_START, placesAfter } from './entry-chain.ts'
import { MOST_FAULTS, type StoredChain, verifyChain } from './verify-chain.ts'

const entry = (at: number): StoredEntry => ({
  at,
  actorId: 'lin',
  act: 'exported',
  subject: 'incidents',
  details: '{}',
})

function chainOf(length: number): StoredChain & { readonly entries: readonly ChainedEntry[] } {
  const entries = Array.from({ length }, (_, index) => entry(index))
  const chained = placesAfter(CHAIN_START, entries).map((place, index) => ({ ...entry(index), ...place }))
  return { anchor: CHAIN_START, deletedTo: CHAIN_START, head: chained.at(-1) ?? CHAIN_START, entries: chained }
}

const faultsOf = (chain: StoredChain) => verifyChain(chain).faults
const withEntries = (change: (entries: ChainedEntry[]) => ChainedEntry[], chain = chainOf(6)) =>
  faultsOf({ ...chain, entries: change([...chain.entries]) })
const edit = (number: number, change: Partial<ChainedEntry>) => (entries: ChainedEntry[]) =>
  entries.map((each) => (each.number === number ? { ...each, ...change } : each))

it('an untouched chain holds, also an empty one', () => {
  expect(verifyChain(chainOf(6))).toMatchObject({ entries: 6, holds: true, faults: [] })
  expect(verifyChain(chainOf(0)).holds).toBe(true)
})

it.each([
  { at: 99 },
  { actorId: null },
  { act: 'imported' },
  { subject: 'people' },
  { details: '{"rows":1}' },
  { details: '{ }' },
  { details: 'null' },
  { details: '[]' },
  { details: 'not JSON' },
  { hash: 'f'.repeat(64) },
])('an edited entry is found at its place: %o', (change) => {
  expect(withEntries(edit(3, change))).toEqual([{ code: 'edited', number: 3 }])
})

it('an entry that was edited together with its hash is found at the next one', () => {
  const [forged] = placesAfter(chainOf(2).head, [{ ...entry(2), subject: 'other' }])
  expect(withEntries(edit(3, { subject: 'other', hash: forged?.hash ?? '' }))).toEqual([{ code: 'edited', number: 4 }])
})

it('removed entries are found at the start, in the middle and at the end', () => {
  const without = (...numbers: number[]) => withEntries((all) => all.filter(({ number }) => !numbers.includes(number)))
  expect(without(1)).toEqual([{ code: 'removed', from: 1, to: 1 }])
  expect(without(3, 4)).toEqual([{ code: 'removed', from: 3, to: 4 }])
  expect(without(6)).toEqual([{ code: 'removed', from: 6, to: 6 }])
  expect(without(1, 2, 3, 4, 5, 6)).toEqual([{ code: 'removed', from: 1, to: 6 }])
})

it('entries that changed places are found, with or without their hashes', () => {
  const at = (number: number) => chainOf(6).entries[number - 1]
  const withHashes = withEntries((all) => edit(2, { ...at(4), number: 2 })(edit(4, { ...at(2), number: 4 })(all)))
  expect(withHashes).toContainEqual({ code: 'reordered', number: 2 })
  expect(withHashes.every(({ code }) => code === 'reordered')).toBe(true)
  const contentsOnly = withEntries((all) => edit(2, entry(3))(edit(4, entry(1))(all)))
  expect(contentsOnly).toEqual([
    { code: 'reordered', number: 2 },
    { code: 'reordered', number: 4 },
  ])
})

it('a deletion leaves an anchor from which the rest is verified', () => {
  const { entries, head } = chainOf(6)
  const anchor = entries[2] ?? CHAIN_START
  const deletedTo = anchor
  expect(faultsOf({ anchor, deletedTo, head, entries: entries.slice(3) })).toEqual([])
  expect(faultsOf({ anchor, deletedTo, head, entries: entries.slice(4) })).toEqual([
    { code: 'removed', from: 4, to: 4 },
  ])
  expect(faultsOf({ anchor: { ...anchor, hash: 'x' }, deletedTo, head, entries: entries.slice(3) })).toEqual([
    { code: 'anchor-altered', number: 3 },
    { code: 'edited', number: 4 },
  ])
  expect(faultsOf({ anchor: head, deletedTo: head, head, entries: [] })).toEqual([])
})

it('an anchor that no scheduled deletion recorded is a fault', () => {
  const { entries, head } = chainOf(6)
  const [, second, , fourth] = entries
  const cutOff = { anchor: fourth ?? CHAIN_START, head, entries: entries.slice(4) }
  expect(faultsOf({ ...cutOff, deletedTo: CHAIN_START })).toEqual([{ code: 'removed', from: 1, to: 4 }])
  expect(faultsOf({ ...cutOff, deletedTo: second ?? CHAIN_START })).toEqual([{ code: 'removed', from: 3, to: 4 }])
  expect(faultsOf({ ...cutOff, deletedTo: head })).toEqual([{ code: 'anchor-altered', number: 4 }])
})

it('a noted head that is not the last entry is a fault', () => {
  const { entries, ...chain } = chainOf(6)
  expect(faultsOf({ ...chain, head: entries[4] ?? CHAIN_START, entries })).toEqual([
    { code: 'head-altered', number: 6 },
  ])
})

it('the list of faults has an end', () => {
  const faults = withEntries((all) => all.map((each) => ({ ...each, subject: 'other' })), chainOf(50))
  expect(faults).toHaveLength(MOST_FAULTS)
})

it('a chain whose entries were all edited is verified with few hashes', () => {
  const chain = chainOf(10_000)
  let hashed = 0
  const entries = chain.entries.map((each) => ({
    ...each,
    get subject() {
      hashed += 1
      return 'other'
    },
  }))
  verifyChain({ ...chain, entries })
  // Each entry is hashed after the stored and the computed hash of the one before, and each broken link at all others.
  expect(hashed).toBeLessThan(2 * entries.length + 2 * MOST_FAULTS ** 2)
})

it('an entry that was moved far away is found at both places', () => {
  const [moved, ...rest] = chainOf(200).entries.slice(50)
  const numbered = [...chainOf(200).entries.slice(0, 50), ...rest, ...(moved ? [moved] : [])]
  const faults = withEntries(() => numbered.map((each, index) => ({ ...each, number: index + 1 })), chainOf(200))
  expect(faults).toEqual([
    { code: 'reordered', number: 51 },
    { code: 'reordered', number: 200 },
    { code: 'head-altered', number: 200 },
  ])
})
