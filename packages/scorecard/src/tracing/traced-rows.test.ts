import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import type { RegisterId } from '@wayproof/evidence/register'
import { findRow } from '@wayproof/evidence/registers/find-row'
import { fillRegisters } from '@wayproof/evidence/testing/sample-registers'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { factSource } from '../facts/fact-source.ts'
import { listMeasures } from '../measures/list-measures.ts'
import { RULES } from '../rules.ts'
import { traceFigure } from '../sample/trace-figure.ts'
import { isTraced, TRACED_FIGURES } from '../sample/traced-figure.ts'
import { NO_SEALS } from '../testing/no-seals.ts'

const timeZone = 'Asia/Shanghai'
async function house(): Promise<StoreDatabase> {
  const database = await openTestDatabase()
  await fillRegisters(database)
  await saveRegister(database, 'partners', [
    {
      id: 'New',
      name: 'New',
      service: 'h',
      processesPersonalData: true,
      onboarded: '2025-11-01',
      offboarded: null,
      ...UNSAID.partner,
    },
  ])
  return database
}

const portsOf = (database: StoreDatabase, today: string) => ({
  facts: factSource(database, { timeZone, rules: RULES }),
  ...NO_SEALS,
  clock: { now: () => startOfDay(today, timeZone) + 3_600_000 },
  timeZone,
})

const value = <T>(outcome: { ok: true; value: T } | { ok: false }): T => {
  if (!outcome.ok) throw new Error('a fault')
  return outcome.value
}

test.each([
  ['2026-01-20', '2025-H2'],
  ['2025-11-05', '2025-H2'],
  ['2025-05-05', '2025-H1'],
  ['2026-01-20', '2024-H2'],
])('on %s the rows of each figure of %s add up to it, and each is in its register', async (today, period) => {
  const database = await house()
  const ports = portsOf(database, today)
  const scorecard = value(await buildScorecard(ports, { period }))
  const { measures } = value(await listMeasures(ports, { period }))
  const goals = new Map(scorecard.verdicts.map((verdict) => [verdict.goal as string, verdict]))
  const indicators = new Map(
    measures.flatMap((measure) => measure.indicators).map(({ id, value }) => [id as string, value]),
  )
  let rowsSeen = 0
  for (const figure of TRACED_FIGURES) {
    const { rows, total, published } = value(await traceFigure(ports, { figure, period }))
    rowsSeen += rows.length
    const shown = indicators.get(figure)
    const verdict = goals.get(figure)
    if (verdict) expect([figure, verdict.share === null ? null : total]).toEqual([figure, verdict.share])
    if (published && verdict?.share !== null) expect([figure, total]).toEqual([figure, published])
    if (shown?.kind === 'share') expect([figure, total]).toEqual([figure, shown.share])
    if (shown?.kind === 'count') expect([figure, total]).toEqual([figure, { numerator: shown.count, denominator: 0 }])
    if (shown?.kind === 'band') expect([figure, total.denominator]).toEqual([figure, shown.base])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    for (const { places } of rows)
      for (const { register, key } of places.filter((place) => place.register !== 'policy-proofs'))
        expect([register, key, (await findRow(database.query, register as RegisterId, key))?.key]).toEqual([
          ...[register, key, key],
        ])
  }
  expect(rowsSeen).toBeGreaterThan(20)
})

test('incidents are traced for the year and for the baseline', async () => {
  const ports = portsOf(await house(), '2026-01-20')
  const scorecard = value(await buildScorecard(ports, { period: '2025-H2' }))
  const judged = scorecard.verdicts.find((verdict) => verdict.goal === 'incident-reduction')
  if (judged?.goal !== 'incident-reduction') throw new Error('no goal')
  const { total } = value(await traceFigure(ports, { figure: 'incident-reduction', period: '2025-H2' }))
  const { currentCount, baselineCount } = judged.figures
  expect(total).toEqual({ numerator: currentCount, denominator: baselineCount })
  expect(baselineCount).toBeGreaterThan(0)
})

// Indicators without rows are listed here on purpose: the survey with the jump of its leak signal, customers' requests
// and complaints, a day, hours that a clock of a law counts, whistleblowers' reports, and registers that do not exist.
// A new indicator of a register is either listed here or traced.
test('every indicator is traced to its rows, except those listed here', async () => {
  const ports = portsOf(await house(), '2026-01-20')
  const { measures } = value(await listMeasures(ports, { period: '2025-H2' }))
  const closed = measures
    .flatMap((measure) => measure.indicators)
    .filter(({ id, evidence }) => !isTraced(id) && evidence.length > 0)
    .filter(({ evidence }) => !evidence.some((register) => register === 'waves' || register === 'rights-cases'))
    .map(({ id }) => id)
  expect(closed).toEqual([
    'policy-review',
    'notices-in-time',
    'whistle-blower-reports',
    'reports-acknowledged',
    'reports-closed',
    'privacy-reports',
    'improvements',
  ])
})
