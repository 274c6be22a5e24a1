import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { expect, it } from 'vitest'
import { type CalibratedForecast, calibrateForecasts } from './calibrate-forecasts.ts'
import { type PaceShape, simulateLeaks, simulatePartners } from './simulated-years.ts'

const calibration = calibrateForecasts(40)
const of = (wanted: Partial<CalibratedForecast>) =>
  calibration.forecasts.filter((each) =>
    Object.entries(wanted).every(([name, value]) => each[name as keyof CalibratedForecast] === value),
  )
/** Points by which forecast and frequency differ at least, beyond two Monte Carlo errors. */
const surelyOut = ({ worst }: CalibratedForecast): number => (worst ? worst.difference - 2 * worst.standardError : 0)

it('a forecast by elapsed days is out by more than 10 points in late years, and worse than the base rate', () => {
  const late = of({ model: 'negative-binomial', shape: 'late' })
  expect(late.map(({ goal }) => goal)).toEqual(['completions', 'cap'])
  for (const each of late) {
    expect(surelyOut(each)).toBeGreaterThan(0.1)
    expect(each.brier).toBeGreaterThan(each.brierOfBaseRate)
  }
})

it('a finite model of the company’s own past beats the base rate only while the pace repeats', () => {
  const model = 'beta-binomial-own-past'
  for (const shape of ['uniform', 'late', 'early'] as const) {
    const [found] = of({ model, shape })
    expect(found?.brier).toBeLessThan(found?.brierOfBaseRate ?? 0)
  }
  for (const shape of ['batches', 'later-than-before', 'earlier-than-before'] as const) {
    const [found] = of({ model, shape })
    expect(found && surelyOut(found)).toBeGreaterThan(0.1)
  }
})

it('no model stays within 10 points under every shape, so none is shown', () => {
  const models = new Set(calibration.forecasts.map(({ goal, model }) => `${goal} ${model}`))
  expect(models.size).toBe(5)
  for (const name of models) {
    const shapes = calibration.forecasts.filter(({ goal, model }) => `${goal} ${model}` === name)
    expect(shapes).toHaveLength(6)
    expect(Math.max(...shapes.map(surelyOut))).toBeGreaterThan(0.1)
  }
})

it('gives the same figures again, each with its Monte Carlo error', () => {
  expect(calibrateForecasts(5)).toEqual(calibrateForecasts(5))
  for (const { worst, cases } of calibration.forecasts) {
    expect(cases).toBeGreaterThan(500)
    expect(worst?.cases).toBeGreaterThanOrEqual(calibration.leastCases)
    expect(worst?.standardError).toBeLessThan(0.041)
  }
})

it('simulated goals are reached in half of all years, and their years have the shape that they are named after', () => {
  const random = seededRandom(1)
  const share = (shape: PaceShape) => {
    let [reached, within, by, total] = [0, 0, 0, 0]
    for (let run = 0; run < 2000; run++) {
      const audits = simulatePartners({ partners: 20, needed: 19, elapsed: 0.5, shape }, random)
      const leaks = simulateLeaks({ cap: 8, elapsed: 0.5, shape }, random)
      if (audits.now.total >= 19) reached += 1
      if (leaks.now.total <= 8) within += 1
      by += audits.now.by
      total += audits.now.total
    }
    return [reached / 2000, within / 2000, by / total]
  }
  const nearly = (value: number) => expect.closeTo(value, 1)
  expect(share('uniform')).toEqual([nearly(0.5), nearly(0.5), nearly(0.5)])
  expect(share('late')).toEqual([nearly(0.5), nearly(0.5), nearly(0.125)])
  expect(share('early')).toEqual([nearly(0.5), nearly(0.5), nearly(0.875)])
  expect(share('batches')).toEqual([nearly(0.5), expect.any(Number), nearly(0.5)])
})
