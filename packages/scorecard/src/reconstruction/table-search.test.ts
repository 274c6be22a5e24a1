import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { PUBLISHED_STEPS } from '../publish/published-step.ts'
import { estimateSatisfaction } from '../satisfaction/satisfaction-estimate.ts'
import { searchedItem } from './published-item.ts'
import { searchTables } from './table-search.ts'
import { countedAs, headlineOf, resultOf, stepOf } from './testing/attack.ts'
import { cellsOf, madeWave, randomWave } from './testing/attacked-waves.ts'
import { everyTable } from './testing/every-table.ts'
import { figureOf, type WholeTable } from './whole-table.ts'

describe('four hidden cells with different weights', () => {
  const margins = { tripType: { app: 980, web: 520 }, channel: { group: 600, solo: 900 } }
  const wave = madeWave(cellsOf([10, 14, 12, 9], [48, 3, 38, 43], [41, 1, 34, 36]), margins)
  const item = headlineOf(wave)
  let tables: readonly WholeTable[] = []
  beforeAll(() => {
    tables = [...everyTable(item.counted.cells, (group) => group.length > 1, 5)]
  })

  it('the digits of the estimate leave only one table', () => {
    const exact = estimateSatisfaction(item.counted)
    const left = tables.filter((table) => {
      const { value, effective } = estimateSatisfaction(countedAs(item, table))
      return value === exact.value && effective === exact.effective
    })
    expect(tables.length).toBeGreaterThan(1_000)
    expect(left).toEqual([{ opinions: [48, 3, 38, 43], satisfied: [41, 1, 34, 36] }])
  })

  it('are published as a verdict without a figure, because no finer step leaves ten tables for each', () => {
    const least = (step: 1 | 'verdict') => {
      const searched = searchedItem(item, step)
      const left = tables.filter((table) => searched?.published.agrees(table))
      return Math.min(...(searched?.hidden ?? []).map((group) => new Set(left.map((t) => figureOf(t, group))).size))
    }
    expect(stepOf(wave, [])).toBe('verdict')
    expect(least(1)).toBeLessThan(10)
    expect(least('verdict')).toBeGreaterThanOrEqual(10)
  })
})

describe('the table search', () => {
  it('finds complete tables with the same published figures, each with a new figure of a hidden group', () => {
    fc.assert(
      fc.property(randomWave([2, 4, 8], 200), fc.constantFrom(...PUBLISHED_STEPS), (wave, step) => {
        const item = headlineOf(wave)
        const searched = searchedItem(item, step)
        if (!searched) return
        const { tables, figures } = resultOf(searchTables(searched, 300))
        const [truth, ...others] = tables
        const published = item.publish(item.counted, step).all
        const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0)
        for (const table of others) {
          expect(item.publish(countedAs(item, table), step).all).toBe(published)
          expect([sum(table.opinions), sum(table.satisfied)]).toEqual([sum(truth?.opinions), sum(truth?.satisfied)])
          for (const [cell, people] of table.opinions.entries()) {
            expect(people).toBeLessThanOrEqual(searched.most[cell] ?? 0)
            expect(table.satisfied[cell]).toBeGreaterThanOrEqual(0)
            expect(table.satisfied[cell]).toBeLessThanOrEqual(people)
          }
        }
        for (const [group, cells] of searched.hidden.entries()) {
          expect(new Set(tables.map((table) => figureOf(table, cells)))).toEqual(figures[group])
        }
      }),
      { numRuns: 6 },
    )
  })

  it('stops after its steps, and yields in between', () => {
    const wave = madeWave(cellsOf([10, 14, 12, 9], [480, 3, 380, 430], [410, 2, 340, 360]), {
      tripType: { app: 980, web: 520 },
      channel: { group: 600, solo: 900 },
    })
    const searched = searchedItem(headlineOf(wave), 0.1)
    if (!searched) throw new Error('nothing is hidden')
    let yields = 0
    for (const search = searchTables(searched, 200); !search.next().done; ) yields += 1
    expect(yields).toBeGreaterThan(5)
    expect(yields).toBeLessThan(1_000)
  })
})
