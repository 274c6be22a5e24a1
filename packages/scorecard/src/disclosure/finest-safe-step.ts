import { PUBLISHED_STEPS, type PublishedStep } from '../publish/published-step.ts'
import { attackedHeadline, attackedTrust } from './attacked-items.ts'
import type { AttackedWave, ComparedWave } from './attacked-wave.ts'
import { type AttackedItem, searchedItem } from './published-item.ts'
import { searchTables, tablesWanted } from './table-search.ts'

/** Waves of more cells leave so many tables that nobody needs to look for them. */
const MOST_CELLS = 8

/** Steps of one search: a second at most. */
const STEPS = 3_000

/** A wave that another is compared with, and those that it is compared with itself. */
export interface Neighbor extends ComparedWave {
  readonly compared: readonly ComparedWave[]
}

/**
 * The finest step at which ten different tables stay possible for every hidden group of a wave, and of those that it is
 * compared with: their changes tell of both. Yields every few milliseconds; a caller that does not wait for the end takes
 * `verdict`, the coarsest.
 */
export function* finestSafeStep(wave: AttackedWave, neighbors: readonly Neighbor[]): Generator<void, PublishedStep> {
  const own = [attackedHeadline(wave, neighbors), attackedTrust(wave)].filter((item) => item !== null)
  for (const step of PUBLISHED_STEPS) {
    if (step === 'verdict' || !(yield* areSafe(own, step))) continue
    if (yield* staySafe(neighbors, { wave, step })) return step
  }
  return 'verdict'
}

/** Whether neighbors, at the steps they have, stay safe with one more wave to compare them with. */
function* staySafe(neighbors: readonly Neighbor[], more: Omit<ComparedWave, 'side'>): Generator<void, boolean> {
  for (const { wave, step, side, compared } of neighbors) {
    if (step === 'verdict') continue
    const before = attackedHeadline(wave, compared)
    const after = attackedHeadline(wave, [...compared, { ...more, side: side === 'before' ? 'after' : 'before' }])
    if (!before || !after || (yield* areSafe([after], step))) continue
    // What was not safe before is not made worse.
    if (yield* areSafe([before], step)) return false
  }
  return true
}

function* areSafe(items: readonly AttackedItem[], step: PublishedStep): Generator<void, boolean> {
  for (const item of items) {
    const searched = item.counted.cells.length > MOST_CELLS ? null : searchedItem(item, step)
    if (!searched) continue
    const { figures } = yield* searchTables(searched, STEPS)
    if (figures.some((found, group) => found.size < tablesWanted(searched, group))) return false
  }
  return true
}
