import { halfYear } from '@wayproof/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_STEPS, type PublishedStep } from '../publish/published-step.ts'
import type { AttackedWave, ComparedWave } from './attacked-wave.ts'
import { searchedItem } from './published-item.ts'
import { requiredTables } from './table-search.ts'
import { headlineOf, stepOf } from './testing/attack.ts'
import { cellsOf, madeWave, randomWave } from './testing/attacked-waves.ts'
import { everyTable } from './testing/every-table.ts'
import { figureOf } from './whole-table.ts'

/** Hidden groups with fewer possible figures than required, for an attacker who tries every table. */
function pinnedGroups(wave: AttackedWave, step: PublishedStep, waves: readonly ComparedWave[] = []) {
  const item = headlineOf(wave, waves)
  const searched = searchedItem(item, step)
  if (!searched) return []
  const hidden = new Set(searched.hidden.map((group) => group.join()))
  const tables = [...everyTable(item.counted.cells, (group) => !hidden.has(group.join()), 5)]
  const left = tables.filter((table) => searched.published.agrees(table))
  return searched.hidden.filter((group, i) => {
    return new Set(left.map((table) => figureOf(table, group))).size < requiredTables(searched, i)
  })
}

const rank = (step: PublishedStep): number => PUBLISHED_STEPS.indexOf(step)

describe('the step of a wave', () => {
  it('leaves ten possible tables for every hidden group under an exhaustive attack', () => {
    fc.assert(
      fc.property(randomWave([2], 200), (wave) => {
        const step = stepOf(wave, [])
        if (step !== 'verdict') expect(pinnedGroups(wave, step)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  it('is the finest without hidden groups, and for waves with many cells', () => {
    const margins = { tripType: { app: 980, web: 520 } }
    const wave = madeWave(cellsOf([10, 14], [60, 40], [50, 30]), margins)
    expect(stepOf(wave, [])).toBe(0.1)
    const many = Array.from({ length: 9 }, (_, i) => ({
      categories: ['group', `c${i}`, 'east', 'en'] as const,
      ...{ weight: 10 + i, opinions: i === 0 ? 3 : 20, satisfied: i === 0 ? 1 : 17 },
    }))
    expect(
      stepOf(madeWave(many, { channel: Object.fromEntries(many.map(({ categories: [, c] }) => [c, 100])) }), []),
    ).toBe(0.1)
  })

  it('is a middle step if that suffices', () => {
    const margins = { tripType: { app: 980, web: 520 }, channel: { group: 600, solo: 900 } }
    const wave = madeWave(cellsOf([10, 14, 12, 9], [480, 3, 380, 430], [410, 2, 340, 360]), margins)
    expect(stepOf(wave, [])).toBe(0.5)
  })

  it('is coarser beside a compared wave whose change reveals both', () => {
    fc.assert(
      fc.property(randomWave([2], 120), randomWave([2, 4], 120), (wave, other) => {
        const before = {
          wave: { ...other, context: { ...other.context, period: halfYear(2025, 1) } },
          side: 'before',
        } as const
        const step = stepOf(before.wave, [])
        const both = stepOf(wave, [{ ...before, step, compared: [] }])
        expect(rank(both)).toBeGreaterThanOrEqual(rank(stepOf(wave, [])))
        if (both === 'verdict') return
        expect(pinnedGroups(wave, both, [{ ...before, step }])).toEqual([])
        if (step === 'verdict' || other.groups.cells.length > 2) return
        expect(pinnedGroups(before.wave, step, [{ wave, step: both, side: 'after' }])).toEqual([])
      }),
      { numRuns: 3 },
    )
  })
})
