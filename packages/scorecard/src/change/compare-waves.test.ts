import { type Period, periodKey } from '@wayproof/kernel/calendar/period'
import { expect, it } from 'vitest'
import type { SatisfactionFacts, TrendBreak } from '../facts.ts'
import type { HalfYearFacts } from '../ports.ts'
import { definitionsFor } from '../rule-changes/definitions.ts'
import { RULES } from '../rules.ts'
import { waveFacts } from '../testing/example-facts.ts'
import { compareWaves } from './compare-waves.ts'

const satisfactionFacts: SatisfactionFacts = { wave: null, improvementChosen: false }
const of = (n: number, top: number, trendBreak: TrendBreak | null = null) =>
  waveFacts([0, 0, n - top, top, 0], { trendBreak })

async function comparisons(waves: Readonly<Record<string, SatisfactionFacts>>) {
  const definitions = definitionsFor(RULES, [], '2025-H2')
  const satisfaction = async (half: Period) => waves[periodKey(half)] ?? satisfactionFacts
  const forHalfYear = async () => ({ definitions, satisfaction, exclusions: [] as const }) as unknown as HalfYearFacts
  const clock = { now: () => Date.parse('2026-02-01T00:00:00Z') }
  const ports = { facts: { forHalfYear }, clock, timeZone: 'Asia/Shanghai', sealed: async () => null }
  const outcome = await compareWaves(ports, { period: '2025-H2' })
  return outcome.ok ? outcome.value : []
}

it('compares with the previous half-year and with the same season of the previous year', async () => {
  const [before, season] = await comparisons({
    '2024-H2': of(1_000, 800),
    '2025-H1': of(1_000, 841),
    '2025-H2': of(1_000, 873),
  })
  expect(before).toMatchObject({ period: '2025-H1', broken: null })
  expect(before?.change?.unweighted.difference).toBe(0.032)
  expect(before?.change?.unweighted.strength).toBe('could-be-chance')
  expect(season).toMatchObject({ period: '2024-H2', broken: null })
  expect(season?.change?.unweighted.difference).toBe(0.073)
})

it('compares nothing across a change of the question, whichever wave made it', async () => {
  const waves = { '2024-H2': of(1_000, 800), '2025-H1': of(1_000, 841), '2025-H2': of(1_000, 873) }
  expect(await comparisons({ ...waves, '2025-H2': of(1_000, 873, 'scale') })).toMatchObject([
    { change: null, broken: 'scale' },
    { change: null, broken: 'scale' },
  ])
  const [before, season] = await comparisons({ ...waves, '2025-H1': of(1_000, 841, 'wording') })
  expect(before?.broken).toBeNull()
  expect(before?.change).not.toBeNull()
  expect(season).toMatchObject({ change: null, broken: 'wording' })
})

it('has nothing to compare if a wave is missing, open or suppressed', async () => {
  const now = { '2025-H2': of(1_000, 873, 'scale') }
  expect(await comparisons(now)).toMatchObject([
    { change: null, broken: null },
    { change: null, broken: null },
  ])
  const open = waveFacts([0, 0, 0, 900, 0], { open: true })
  const [before, season] = await comparisons({ '2024-H2': of(4, 4), '2025-H1': open, '2025-H2': of(1_000, 873) })
  expect([before?.change, season?.change]).toEqual([null, null])
})
