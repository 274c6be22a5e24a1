import { halfYear, type Period } from '@wayproof/kernel'
import fc from 'fast-check'
import { MARGINS } from '../../breakdown/margin.ts'
import { FINEST_STEP } from '../../publish/published-step.ts'
import { RULES } from '../../rules.ts'
import type { AttackedWave } from '../attacked-wave.ts'

/** A cell of a generated wave: its categories by margin, and its people. */
export interface MadeCell {
  readonly categories: readonly [string, string, string, string]
  readonly weight: number
  readonly opinions: number
  readonly satisfied: number
}

type MadeMargins = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Cells of two or three margins with two categories each, in a fixed order, with these people. */
export const cellsOf = (
  weights: readonly number[],
  opinions: readonly number[],
  satisfied: readonly number[],
): readonly MadeCell[] =>
  opinions.map((people, i) => ({
    categories: [i & 1 ? 'web' : 'app', i & 2 ? 'solo' : 'group', i & 4 ? 'west' : 'east', 'en'],
    weight: weights[i] ?? 1,
    opinions: people,
    satisfied: satisfied[i] ?? 0,
  }))

/** A wave of these cells, weighted to `margins`. */
export function madeWave(
  made: readonly MadeCell[],
  margins: MadeMargins,
  period: Period = halfYear(2025, 2),
): AttackedWave {
  const cells = made.map(({ categories, weight, opinions, satisfied }) => ({
    categories: Object.fromEntries(MARGINS.map((margin, i) => [margin, categories[i] ?? ''])),
    baseWeight: weight,
    opinions,
    satisfied,
  }))
  const n = made.reduce((sum, { opinions }) => sum + opinions, 0)
  const x = made.reduce((sum, { satisfied }) => sum + satisfied, 0)
  const counted = { counts: [0, 0, n - x, x, 0] as const, cells, margins }
  return {
    satisfaction: {
      improvementChosen: true,
      wave: {
        open: false,
        minimumForStatus: 30,
        step: FINEST_STEP,
        changedClose: null,
        trendBreak: null,
        invited: 4 * n,
        delivered: 4 * n,
        answered: n,
        withoutOpinion: 0,
        eligible: 5 * n,
        ...counted,
      },
    },
    context: { period, asOf: '2026-01-31', rules: RULES },
    trust: null,
    groups: {
      smallestGroup: 5,
      cells: made.map(({ categories, opinions, satisfied }) => {
        const [tripType, channel, region, language] = categories
        const counts = { overall: { opinions, topTwo: satisfied, withoutOpinion: 0 } }
        return { tripType, channel, region, language, invited: 4 * opinions, counts }
      }),
    },
  }
}

/** Random waves of two, four or eight cells with at most `most` people each; one cell has few people. */
export const randomWave = (sizes: readonly number[], most: number): fc.Arbitrary<AttackedWave> =>
  fc
    .constantFrom(...sizes)
    .chain((cells) =>
      fc.tuple(
        fc.array(fc.constantFrom(8, 9, 10, 12, 15), { minLength: cells, maxLength: cells }),
        fc.array(fc.integer({ min: 5, max: most }), { minLength: cells, maxLength: cells }),
        fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: cells, maxLength: cells }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(cells - 1),
        fc.integer({ min: 30, max: 70 }),
      ),
    )
    .map(([weights, people, shares, few, at, percent]) => {
      const opinions = people.with(at, few)
      const satisfied = opinions.map((count, i) => Math.round(count * (shares[i] ?? 1)))
      const margins = {
        tripType: { app: 10 * percent, web: 1000 - 10 * percent },
        channel: opinions.length > 2 ? { group: 480, solo: 520 } : { group: 1000 },
        region: opinions.length > 4 ? { east: 550, west: 450 } : { east: 1000 },
      }
      return madeWave(cellsOf(weights, opinions, satisfied), margins)
    })
