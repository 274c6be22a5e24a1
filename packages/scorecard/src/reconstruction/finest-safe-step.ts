import { PUBLISHED_STEPS, type PublishedStep } from '../publish/published-step.ts'
import { attackedHeadline, attackedTrust } from './attacked-items.ts'
import type { AttackedWave, ComparedWave } from './attacked-wave.ts'
import { type AttackedItem, searchedItem } from './published-item.ts'
import { requiredTables, searchTables } from './table-search.ts'

/** Waves with more cells leave so many tables that no search is needed. */
const MOST_CELLS = 8

/** Most steps of one search: about 1 second. */
const STEPS = 3_000

/** A wave that is compared with another, and the waves it is itself compared with. */
export interface Neighbor extends ComparedWave {
  readonly compared: readonly ComparedWave[]
}

/**
 * Finds the finest step that leaves ten possible tables for every hidden group of a wave and of the waves it is
 * compared with, because a change reveals both. Yields every few milliseconds; a caller that stops early uses
 * `verdict`, the coarsest step.
 */
export function* finestSafeStep(wave: AttackedWave, neighbors: readonly Neighbor[]): Generator<void, PublishedStep> {
  const attackedItems = [attackedHeadline(wave, neighbors), attackedTrust(wave)].filter((item) => item !== null)
  for (const step of PUBLISHED_STEPS) {
    if (step === 'verdict' || !(yield* areSafe(attackedItems, step))) continue
    if (yield* staySafe(neighbors, { wave, step })) return step
  }
  return 'verdict'
}

/** Returns true if the neighbors stay safe at their steps with one more wave to compare. */
function* staySafe(neighbors: readonly Neighbor[], more: Omit<ComparedWave, 'side'>): Generator<void, boolean> {
  for (const { wave, step, side, compared } of neighbors) {
    if (step === 'verdict') continue
    const before = attackedHeadline(wave, compared)
    const after = attackedHeadline(wave, [...compared, { ...more, side: side === 'before' ? 'after' : 'before' }])
    if (!before || !after || (yield* areSafe([after], step))) continue
    // A neighbor that was unsafe before does not count.
    if (yield* areSafe([before], step)) return false
  }
  return true
}

function* areSafe(items: readonly AttackedItem[], step: PublishedStep): Generator<void, boolean> {
  for (const item of items) {
    const searched = item.counted.cells.length > MOST_CELLS ? null : searchedItem(item, step)
    if (!searched) continue
    const { figures } = yield* searchTables(searched, STEPS)
    if (figures.some((possibleFigures, group) => possibleFigures.size < requiredTables(searched, group))) return false
  }
  return true
}
