import { publishedMargins } from '@wayproof/scorecard/disclosure/blocks'
import { expect, test } from 'vitest'
import type { Categories } from '../sampling/categories.ts'
import { cellOf, planCells } from '../sampling/cells.ts'
import type { SourceCount } from '../sampling/dominated-cells.ts'

// Puppets are invented travelers who share the region of a real one. Their inventor knows their answers and subtracts them
// from the published figures. The table is in docs/privacy.md.

const EVERYBODY = 600
const WAVES = 200
const RATINGS = 9
const SATISFIED = 0.6
const RESPONSE = 0.3

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const TARGET: Categories = { tripType: 'group', channel: 'app', region: 'south', language: 'en' }

/** Travelers by region: half in the east, three in ten in the north, the others in the west. */
const regionAt = (part: number) => (part < 0.5 ? 'east' : part < 0.8 ? 'north' : 'west')

const cellKey = ({ tripType, channel, region, language }: Categories) =>
  JSON.stringify([tripType, channel, region, language])

interface Attack {
  readonly puppets: number
  /** Everybody in a sham wave before answered. */
  readonly sham: boolean
  /** Puppets of one domain that is no public one, which the opening knows. */
  readonly isKnown: boolean
}

/** The ratings of the target that are certain, and the other travelers in the block of the target who answered. */
function learn({ puppets, sham, isKnown }: Attack, seed: number) {
  const chance = numbers(seed)
  const others = Array.from({ length: EVERYBODY - puppets - 1 }, (): Categories => {
    return { ...TARGET, channel: chance() < 0.6 ? 'app' : 'web', region: regionAt(chance()) }
  })
  const people = [TARGET, ...Array.from({ length: puppets }, () => TARGET), ...others]
  const sources: SourceCount[] = isKnown ? [{ ...TARGET, source: 'domain puppets.example', people: puppets }] : []
  const rate = sham ? { numerator: 1, denominator: 1 } : { numerator: 3, denominator: 10 }
  const frame = { eligible: people.map((each) => ({ ...each, people: 1 })), sources }
  const { cells, mergeMap } = planCells(people, rate, { frame })
  const answering = [
    TARGET,
    ...Array.from({ length: puppets }, () => TARGET),
    ...others.filter(() => chance() < RESPONSE),
  ]
  let certain = 0
  let among = 0
  for (let rating = 0; rating < RATINGS; rating += 1) {
    const counted = new Map(cells.map((cell) => [cellKey(cell), { opinions: 0, counted: 0 }]))
    for (const [at, each] of answering.entries()) {
      const count = counted.get(cellKey(cellOf(mergeMap, each)))
      if (!count) throw new Error('a traveler has no cell')
      count.opinions += 1
      // Half of the puppets are satisfied, so that a group of puppets is not unanimous.
      const isPuppet = at > 0 && at <= puppets
      if (isPuppet ? at % 2 === 0 : chance() < SATISFIED) count.counted += 1
    }
    const blocks = cells.map((cell) => {
      return { categories: cell, invited: cell.invited, ...(counted.get(cellKey(cell)) ?? { opinions: 0, counted: 0 }) }
    })
    const margins = publishedMargins(blocks, 5)
    const own = cellOf(mergeMap, TARGET)
    const inBlock = (each: Categories) => margins.every((margin) => cellOf(mergeMap, each)[margin] === own[margin])
    const hiding = answering.slice(puppets + 1).filter(inBlock).length
    among = Math.max(among, hiding)
    if (hiding === 0) certain += 1
  }
  return { certain, among }
}

function learned(attack: Attack) {
  const waves = Array.from({ length: WAVES }, (_, seed) => learn(attack, seed + 1))
  const among = waves.map((wave) => wave.among).sort((a, b) => a - b)
  return {
    certain: waves.reduce((sum, wave) => sum + wave.certain, 0) / WAVES,
    among: among[WAVES / 2],
  }
}

const BEFORE = { sham: true, isKnown: false }
/** A sham wave below the floor plans nothing. */
const AFTER = { sham: false, isKnown: true }
/** Puppets with public mailboxes, in the file of everybody. */
const UNSEEN = { sham: false, isKnown: false }

test.each([
  [5, { certain: 0, among: 22 }, { certain: 0, among: 22 }, { certain: 0, among: 22 }],
  [20, { certain: 8.27, among: 0 }, { certain: 0, among: 51 }, { certain: 0, among: 22 }],
  [100, { certain: 6.56, among: 0 }, { certain: 0, among: 47 }, { certain: 7.19, among: 0 }],
])('%i puppets among 600 learn what docs/privacy.md says', (puppets, before, after, unseen) => {
  expect({
    before: learned({ puppets, ...BEFORE }),
    after: learned({ puppets, ...AFTER }),
    unseen: learned({ puppets, ...UNSEEN }),
  }).toEqual({ before, after, unseen })
})
