import { expect, it } from 'vitest'
import { calibrateClaims } from './calibrate-claims.ts'

it('claims are false as seldom as their words allow', { timeout: 300_000 }, () => {
  const runs = 400
  const steps = calibrateClaims(runs)
  let [step, told] = [steps.next(), 0]
  while (!step.done) {
    expect(step.value.done).toBe(++told)
    expect(step.value.of).toBeGreaterThanOrEqual(told)
    step = steps.next()
  }
  const { summary, shares, changes } = step.value
  // Three standard errors of the simulation.
  const slack = (rate: number) => 3 * Math.sqrt((rate * (1 - rate)) / runs)
  expect(summary.falseDemonstrated).toBeLessThanOrEqual(0.03)
  expect(summary.worstFalseMet.rate).toBeLessThanOrEqual(0.03 + slack(0.03))
  expect(summary.falseMoreThanChance).toBeLessThanOrEqual(0.05 + slack(0.05))
  expect(summary.coverage.least).toBeGreaterThanOrEqual(0.93 - slack(0.07))
  for (const { coverage } of shares.filter(({ response }) => response === 1))
    expect(coverage.rate).toBeGreaterThanOrEqual(0.93)
  for (const { found } of changes) if (found) expect(found.rate).toBeGreaterThanOrEqual(0.8 - slack(0.8) - 0.03)
})
