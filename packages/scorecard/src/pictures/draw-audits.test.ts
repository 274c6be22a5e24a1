import { expect, test } from 'vitest'
import { PERIOD as period, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { drawAudits } from './draw-audits.ts'

async function drawn(half = period) {
  const { memory, ports } = scorecardFixture()
  memory.facts.traced = tracedRows(2, 1)
  const outcome = await drawAudits(ports, { period: half })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

test('a partner due in an ended year is audited or missing', async () => {
  expect(await drawn()).toEqual({
    years: ['2022', '2023', '2024', '2025'],
    partners: [
      { key: 'row-00', name: 'Partner 0', states: ['audited', 'audited', 'audited', 'audited'] },
      { key: 'row-01', name: 'Partner 1', states: ['missing', 'missing', 'missing', 'missing'] },
    ],
  })
})

test('years before the program without any audit are left out', async () => {
  const { memory, ports } = scorecardFixture()
  memory.facts.traced = tracedRows(1, 0)
  expect(await drawAudits(ports, { period })).toMatchObject({
    value: { years: ['2024', '2025'], partners: [{ states: ['missing', 'missing'] }] },
  })
})

test('a partner not yet audited is planned while the year runs', async () => {
  const { partners } = await drawn('2026-H1')
  expect(partners.map(({ states }) => states.at(-1))).toEqual(['audited', 'planned'])
})
