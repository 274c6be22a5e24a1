import { shareInterval, wilson } from '@wayproof/statistics/proportions/wilson'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SatisfactionCell, WaveFacts } from '../facts.ts'
import { contextOf, waveFacts } from '../testing/example-facts.ts'
import { judgedSatisfaction } from '../testing/judged.ts'
import { estimateSatisfaction, reachesTarget } from './satisfaction-estimate.ts'

const TARGET = { numerator: 85, denominator: 100 }
const context = contextOf('2025-H2', '2025-12-31')

const cell = (
  categories: Record<string, string>,
  opinions: number,
  satisfied: number,
  baseWeight = 1,
): SatisfactionCell => {
  return { categories, opinions, satisfied, baseWeight }
}

/** A wave of these cells. */
function waveOf(cells: readonly SatisfactionCell[], margins: WaveFacts['margins'], more: Partial<WaveFacts> = {}) {
  const opinions = cells.reduce((sum, { opinions: n }) => sum + n, 0)
  const satisfied = cells.reduce((sum, { satisfied: x }) => sum + x, 0)
  const facts = waveFacts([0, 0, opinions - satisfied, satisfied, 0], { cells, margins, ...more })
  if (!facts.wave?.rated) throw new Error('no wave')
  return { ...facts, wave: { ...facts.wave, rated: facts.wave.rated } }
}

const east = (n: number, x: number, base?: number) => cell({ region: 'east' }, n, x, base)
const west = (n: number, x: number, base?: number) => cell({ region: 'west' }, n, x, base)

it('weights a region by its eligible customers, not by its number of answers', () => {
  const { wave } = waveOf([east(300, 270), west(100, 60)], { region: { east: 5_000, west: 5_000 } })
  const estimate = estimateSatisfaction(wave)
  // Post-stratified by hand: (0.9 + 0.6) / 2; the count is 330 of 400.
  expect(estimate.value).toBeCloseTo(0.75, 12)
  expect(estimate.raw).toEqual({ numerator: 330, denominator: 400 })
  const variance = (0.25 * 0.9 * 0.1) / 300 + (0.25 * 0.6 * 0.4) / 100
  expect(estimate.standardError).toBeCloseTo(Math.sqrt(variance), 12)
  expect(estimate.effective).toBeCloseTo((0.75 * 0.25) / variance, 8)
  // Quantiles of t with 399 and 398 degrees of freedom (R: qt(.975, df)).
  const n = estimate.effective * (1.965927296 / 1.965942324) ** 2
  const { lower, upper } = wilson({ x: 0.75 * n, n, level: 0.95 })
  expect(estimate.interval).toEqual({ lower: expect.closeTo(lower, 9), upper: expect.closeTo(upper, 9), level: 0.95 })
  // Weights of 2/3 and 2 in mean weights: 400 x (300 x 4/9 + 100 x 4) / 400².
  expect(estimate.weighting).toEqual({ designEffect: expect.closeTo(4 / 3, 12), trimmed: 0, apart: ['region'] })
})

it('has no more effective answers than answers, if the regions explain nearly every answer', () => {
  const { wave } = waveOf([east(50, 50), west(10, 1)], { region: { east: 5_000, west: 1_000 } })
  const estimate = estimateSatisfaction(wave)
  expect(estimate.effective).toBeLessThanOrEqual(60)
  const { lower, upper } = wilson({ x: (estimate.value ?? 0) * 60, n: 60, level: 0.95 })
  expect(estimate.interval?.lower).toBeLessThanOrEqual(lower + 1e-12)
  expect(estimate.interval?.upper).toBeGreaterThanOrEqual(upper - 1e-12)
  const explained = waveOf([east(30, 30), west(30, 1)], { region: { east: 5_100, west: 4_900 } })
  expect(estimateSatisfaction(explained.wave).effective).toBeLessThanOrEqual(60)
})

it('does not jump when weights become even', () => {
  const at = (west60: number) =>
    estimateSatisfaction(waveOf([east(60, 58), west(60, 30)], { region: { east: 6_000, west: west60 } }).wave)
  const [even, nearly] = [at(6_000), at(6_001)]
  expect(nearly.effective).toBeCloseTo(even.effective, 1)
  expect(nearly.standardError).toBeCloseTo(even.standardError ?? Number.NaN, 4)
  expect(nearly.interval?.lower).toBeCloseTo(even.interval?.lower ?? Number.NaN, 3)
})

it('is no surer than its weights allow if the region decides every answer', () => {
  const { wave } = waveOf([east(34, 0), west(33, 33)], { region: { east: 1_000, west: 5_000 } })
  const { value, effective, interval, weighting } = estimateSatisfaction(wave)
  expect(value).toBeCloseTo(5 / 6, 12)
  expect(effective).toBeCloseTo(67 / (weighting?.designEffect ?? 0), 9)
  const n = effective * (1.996564419 / 1.997137908) ** 2
  const { lower, upper } = wilson({ x: (5 / 6) * n, n, level: 0.95 })
  expect(interval).toEqual({ lower: expect.closeTo(lower, 9), upper: expect.closeTo(upper, 9), level: 0.95 })
})

it('equals the count exactly if all weights are equal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const x = Math.round(n * share)
      const { wave } = waveOf([east(n, x, 3.7)], { region: { east: 9_000 }, language: { en: 9_000 } })
      const { lower, upper } = shareInterval(x / n, n, 0.95)
      expect(estimateSatisfaction(wave)).toMatchObject({ value: x / n, effective: n, interval: { lower, upper } })
    }),
  )
})

it('notices a new or changed answer in a wave that it has weighted before', () => {
  const margins = { region: { east: 5_000, west: 5_000 } }
  const [satisfactionCell, other] = [east(300, 270), west(100, 60)]
  const share = (cells: readonly SatisfactionCell[]) => estimateSatisfaction(waveOf(cells, margins).wave).value
  const changed: [SatisfactionCell[], number][] = [
    [[satisfactionCell, { ...other, satisfied: 80 }], 0.85],
    [[satisfactionCell, { ...other, opinions: 120 }], 0.7],
    [[satisfactionCell], 0.9],
    [[satisfactionCell, { ...other, categories: satisfactionCell.categories }], 330 / 400],
  ]
  for (const [cells, expected] of changed) {
    expect(share([satisfactionCell, other])).toBeCloseTo(0.75, 12)
    expect(share(cells)).toBeCloseTo(expected, 12)
  }
  const half = { region: 'east' }
  const weighed = (base: number) => share([cell(half, 50, 50, base), { ...cell(half, 50, 0), categories: half }])
  expect(weighed(1)).toBeCloseTo(0.5, 12)
  expect(weighed(3)).toBeCloseTo(0.75, 12)
})

it('merges categories with fewer than 30 answers, and those without any', () => {
  const margins = { region: { east: 5_000, north: 3_000, west: 1_900, abroad: 100 } }
  const cells = [east(300, 270), cell({ region: 'north' }, 200, 160), west(29, 1)]
  const { value } = estimateSatisfaction(waveOf(cells, margins).wave)
  // West and abroad are merged into north, the smallest with enough answers: half of all, of whom 161 of 229 are
  // satisfied.
  expect(value).toBeCloseTo(0.5 * 0.9 + (0.5 * 161) / 229, 12)
})

it('starts from 1 / probability of invitation where raking leaves a choice', () => {
  const { wave } = waveOf([east(100, 90, 1), east(100, 50, 3)], { region: { east: 4_000 } })
  expect(estimateSatisfaction(wave).value).toBeCloseTo((90 + 150) / 400, 12)
})

it('trims a weight above three mean weights, and reports the number of answers', () => {
  const { wave } = waveOf([east(970, 970), west(30, 0)], { region: { east: 5_000, west: 5_000 } })
  const { weighting, value } = estimateSatisfaction(wave)
  expect(weighting?.trimmed).toBe(30)
  expect(value).toBeCloseTo(1 - (30 * 3) / 1000, 10)
})

it('is the count if no margins are known, with a flag', () => {
  const facts = waveOf([east(300, 270), west(100, 60)], null)
  const verdict = judgedSatisfaction(facts, context)
  expect(verdict).toMatchObject({ value: 0.825, flags: ['not-weighted'], figures: { estimate: { weighted: false } } })
})

it('decides by the weighted share, with a flag if the count would decide differently', () => {
  const margins = { region: { east: 5_000, west: 5_000 } }
  const counts = waveOf([east(300, 270), west(100, 75)], margins)
  expect(judgedSatisfaction(counts, context)).toMatchObject({
    verdict: 'missed',
    share: { numerator: 345, denominator: 400 },
    flags: ['weighting-decides'],
    figures: { estimate: { weighted: true, raw: 0.8625 } },
  })
  const agree = waveOf([east(300, 290), west(100, 95)], margins)
  expect(judgedSatisfaction(agree, context)).toMatchObject({ verdict: 'met', flags: [] })
})

it('demonstrates nothing if half of the customers respond far less often, though the design effect is small', () => {
  const margins = { region: { east: 5_000, west: 5_000 } }
  const verdict = judgedSatisfaction(waveOf([east(970, 960), west(30, 29)], margins), context)
  expect(verdict).toMatchObject({ verdict: 'met', demonstrated: false, flags: ['weights-uneven'] })
  expect(verdict.figures.estimate?.designEffect).toBeLessThan(2)
  const evenly = judgedSatisfaction(waveOf([east(500, 490), west(500, 490)], margins), context)
  expect(evenly).toMatchObject({ demonstrated: true, flags: [] })
})

it('bases the tipping point on counts, not on the weighted share', () => {
  const margins = { region: { east: 5_000, west: 5_000 } }
  const facts = waveOf([east(300, 270), west(100, 60)], margins, { invited: 1_000, answered: 400 })
  const { value, figures } = judgedSatisfaction(facts, context)
  expect(value).toBeCloseTo(0.75, 9)
  expect(figures.estimate?.tippingPoint).toBeCloseTo((850 - 330) / 600, 2)
})

it('counts effective answers against the minimum, and flags uneven response', () => {
  const margins = { region: { east: 2_000, west: 8_000 } }
  const cells = [east(148, 133), west(52, 47)]
  const verdict = judgedSatisfaction(waveOf(cells, margins), context)
  expect(verdict.figures.estimate?.effective).toBeLessThan(100)
  expect(verdict).toMatchObject({ verdict: 'unknown', reason: 'too-few-answers', demonstrated: null })
  expect(verdict.flags).toEqual(['weights-uneven'])
})

it('treats a share at the target within rounding noise as reached, and one a billionth below as missed', () => {
  const estimate = {
    raw: { numerator: 1, denominator: 2 },
    effective: 400,
    degrees: 399,
    standardError: null,
    interval: null,
  }
  const weighting = { designEffect: 1.2, trimmed: 0, apart: [] }
  expect(reachesTarget({ ...estimate, weighting, value: 0.85 - 2 ** -53 }, TARGET)).toBe(true)
  expect(reachesTarget({ ...estimate, weighting, value: 0.849_999_999_5 }, TARGET)).toBe(false)
})

it('has a finite-population correction only for a sample that answered in full', () => {
  const margins = { region: { east: 1_000 } }
  const full = { invited: 400, answered: 400, eligible: 1_000 }
  const { figures, interval } = judgedSatisfaction(waveOf([east(400, 350)], margins, full), context)
  const n = (400 * 999) / 600
  const { lower } = wilson({ x: 0.875 * n, n, level: 0.95 })
  expect(figures.estimate?.fullAnswer?.lower).toBeCloseTo(lower, 12)
  expect(interval?.lower).toBeLessThan(lower)
  const silent = waveOf([east(400, 350)], margins, { ...full, invited: 401 })
  expect(judgedSatisfaction(silent, context).figures.estimate?.fullAnswer).toBeNull()
})
