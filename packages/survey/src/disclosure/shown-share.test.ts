import { expect, it } from 'vitest'
import { shownPeople, shownShare } from './shown-share.ts'

const k = 5

/** Possible numbers of people by shown base and share. */
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

it('leaves more than one possible number of people for any share', () => {
  for (const [seen, people] of readings(404)) {
    expect(people.size, seen).toBeGreaterThan(1)
  }
})

it('for fewer than twenty people reveals neither none nor all, nor one away from either', () => {
  for (let people = 5; people < 20; people++) {
    const base = shownPeople(people, k)
    const [low, high] = base < 10 ? [0.3, 0.7] : [0.2, 0.8]
    for (const part of [0, 1]) expect(shownShare(part, people, base)).toEqual({ kind: 'below', value: low })
    for (const part of [people - 1, people])
      expect(shownShare(part, people, base)).toEqual({ kind: 'above', value: high })
    for (let part = 0; part <= people; part++) {
      const { kind, value } = shownShare(part, people, base)
      if (kind === 'below') expect(part / people).toBeLessThan(value)
      else if (kind === 'above') expect(part / people).toBeGreaterThan(value)
      else expect(Math.abs(part / people - value)).toBeLessThanOrEqual(0.05 + 1e-12)
    }
  }
})

it('never tells none from one, nor all from all but one', () => {
  for (let people = 5; people < 1_200; people++) {
    const base = shownPeople(people, k)
    expect(shownShare(0, people, base).kind).toBe('below')
    expect(shownShare(1, people, base)).toEqual(shownShare(0, people, base))
    expect(shownShare(people, people, base).kind).toBe('above')
    expect(shownShare(people - 1, people, base)).toEqual(shownShare(people, people, base))
  }
  expect(shownShare(0, 399, 395)).toEqual({ kind: 'below', value: 0.01 })
  expect(shownShare(20, 20, 20)).toEqual({ kind: 'above', value: 0.9 })
  expect(shownShare(87, 100, 100)).toEqual({ kind: 'at', value: 0.87 })
  expect(shownShare(41, 47, 45)).toEqual({ kind: 'at', value: 0.85 })
})
