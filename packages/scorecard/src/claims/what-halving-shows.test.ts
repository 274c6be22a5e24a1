import { poissonRateRatio } from '@wayproof/statistics/rates/rate-ratio'
import { expect, it } from 'vitest'
import { whatHalvingShows } from './what-halving-shows.ts'

const shown = (baseline: number, cap = Math.floor(baseline / 2), targetRatio = 0.5) =>
  whatHalvingShows({ baseline, cap, targetRatio })

/** Masses of a Poisson count. */
function masses(mean: number): readonly number[] {
  const all = [Math.exp(-mean)]
  for (let k = 1; k <= 80; k += 1) all.push((all[k - 1]! * mean) / k)
  return all
}

/** Sums over both years, with a cap that is half of each drawn baseline. */
function bothDrawn(baseline: number) {
  let [met, demonstrated, fall] = [0, 0, 0]
  for (const [before, p] of masses(baseline).entries())
    for (const [now, q] of masses(baseline / 2).entries()) {
      if (p * q < 1e-9) continue
      const counts = { baselineCount: before, currentCount: now, baselineExposure: 1, currentExposure: 1 }
      const { ciUpper } = poissonRateRatio({ ...counts, targetRatio: 0.5 })
      if (now <= Math.floor(before / 2)) met += p * q
      if (ciUpper !== null && ciUpper <= 0.5) demonstrated += p * q
      if (ciUpper !== null && ciUpper <= 1) fall += p * q
    }
  return { met, demonstrated, fall }
}

it('a true halving of 9 meets its limit of 4 in 53 of 100 years, of 8 in 63', () => {
  expect(shown(9, 4)?.met).toBe(0.532)
  expect(shown(8, 4)?.met).toBe(0.629)
})

it('a true halving of 8 is demonstrated in 0.8 of 100 years; with a drawn baseline it is met in 55.5', () => {
  const drawn = bothDrawn(8)
  expect(drawn.met).toBeCloseTo(0.555, 3)
  expect(shown(8)?.shown).toBeCloseTo(drawn.demonstrated, 3)
  expect(shown(8)?.shown).toBe(0.008)
  expect(shown(8)?.fall).toBeCloseTo(drawn.fall, 3)
})

it('a halving lies at the target of 50%, so no number of leaks demonstrates it in more than 2.5 of 100 years', () => {
  for (const baseline of [1, 12, 60, 400]) expect(shown(baseline)?.shown).toBeLessThanOrEqual(0.025)
  expect(shown(8)?.canBeDemonstrated).toBe(false)
  expect(shown(8, 5, 0.7)?.canBeDemonstrated).toBe(true)
})

it('a fall of any size is demonstrated in 80 of 100 years from 50 leaks on', () => {
  const needed = shown(8)?.baselineForFall ?? 0
  expect(needed).toBe(50)
  expect(shown(needed)?.fall).toBeGreaterThanOrEqual(0.8)
  expect(shown(needed - 1)?.fall).toBeLessThan(0.8)
})

it('without leaks there is nothing to halve, and more than 400 are not rare', () => {
  expect([shown(0), shown(401)]).toEqual([null, null])
  expect(shown(1)?.met).toBe(0.607)
})
