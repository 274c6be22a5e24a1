import { expect, it } from 'vitest'
import { shownPeople, shownShare } from './shown-share.ts'

const k = 5

/** By shown base and share: the numbers of people that could be behind them. */
function readings(most: number): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (let people = k; people <= most; people++) {
    for (let part = 0; part <= people; part++) {
      const base = shownPeople(people, k)
      const seen = JSON.stringify([base, shownShare(part, people, base)])
      found.set(seen, (found.get(seen) ?? new Set()).add(people))
    }
  }
  return found
}

it('leaves more than one number of people possible, whatever the share', () => {
  for (const [seen, people] of readings(404)) {
    expect(people.size, seen).toBeGreaterThan(1)
  }
})

it('says of under twenty people neither nobody nor everybody', () => {
  for (let people = 5; people < 20; people++) {
    const base = shownPeople(people, k)
    expect(shownShare(0, people, base)).toEqual({ kind: 'below', value: 0.1 })
    expect(shownShare(people, people, base)).toEqual({ kind: 'above', value: 0.9 })
  }
  expect(shownShare(0, 20, 20)).toEqual({ kind: 'at', value: 0 })
  expect(shownShare(20, 20, 20)).toEqual({ kind: 'at', value: 1 })
})

it('never rounds somebody away', () => {
  expect(shownShare(1, 399, 395)).toEqual({ kind: 'below', value: 0.01 })
  expect(shownShare(398, 399, 395)).toEqual({ kind: 'above', value: 0.99 })
  expect(shownShare(87, 100, 100)).toEqual({ kind: 'at', value: 0.87 })
  expect(shownShare(41, 47, 45)).toEqual({ kind: 'at', value: 0.85 })
})
