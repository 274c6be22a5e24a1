import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { parsePeriod, quarter } from '@wayproof/kernel/calendar/period'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { closingStore } from '../closing/closing-store.ts'
import { sealedScorecard } from '../closing/seals/sealed-scorecard.ts'
import { openExact } from '../exact.ts'
import { judgeGoal } from '../goals/judge-goal.ts'
import type { MissingRow } from '../goals/missing-row.ts'
import type { HalfYearFacts } from '../ports.ts'
import { RULES } from '../rules.ts'
import { dawn, earliest } from '../testing/oracle/calendar.ts'
import type { Moment } from '../testing/oracle/company.ts'
import { type DataSet, dataSet } from '../testing/oracle/data-set.ts'
import { fill, holdOneWave } from '../testing/oracle/fill.ts'
import { judgeIncidents } from '../testing/oracle/incidents.ts'
import type { Judged } from '../testing/oracle/judged.ts'
import { judgePartners } from '../testing/oracle/partners.ts'
import { judgePublication } from '../testing/oracle/publication.ts'
import { judgeSatisfaction } from '../testing/oracle/satisfaction.ts'
import { judgeTraining } from '../testing/oracle/training.ts'
import type { Verdict } from '../verdict.ts'
import { factSource } from './fact-source.ts'

/*
 * Compares the scorecard with a slow reader of the same rows, written from the definitions alone. Random days cluster at
 * the edges of periods and counts at the targets, where mistakes are likely; rules, targets, baseline and excluded rows
 * are random too, and decisions for other half-years must not count. People leave, come back and change units, suspicions
 * are confirmed in a later year, and baseline years are sealed and restated.
 */

const DATA_SETS = 5000

const judge = ({ at, rows, asked }: DataSet): Readonly<Record<Verdict['goal'], Judged>> => ({
  'policy-publication': judgePublication(rows, at),
  'staff-training': judgeTraining(rows, at),
  'incident-reduction': judgeIncidents(rows, at),
  'customer-satisfaction': judgeSatisfaction(asked, at),
  'partner-audit': judgePartners(rows, at),
})

/** The oracle computes rates in another order than the product, so the last digits may differ. */
const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value)

function compare(verdict: Verdict, expected: Judged): void {
  const { goal, status, demonstrated } = verdict
  const figures: Readonly<Record<string, unknown>> = { ...verdict.figures }
  expect({ goal, verdict: verdict.verdict, status, demonstrated }).toEqual({
    goal,
    verdict: expected.verdict,
    status: expected.status,
    demonstrated: expected.demonstrated,
  })
  for (const [name, value] of Object.entries(expected.facts)) {
    if (name === 'quarters') expect(figures[name]).toMatchObject(value as object)
    else expect([goal, name, rounded(figures[name])]).toEqual([goal, name, rounded(value)])
  }
  if (goal === 'staff-training') compareShare(verdict)
  else {
    expect([goal, rounded(verdict.value)]).toEqual([goal, rounded(expected.value)])
    expect([...verdict.flags].sort()).toEqual([...expected.flags].sort())
  }
}

/** The oracle names the quarter of each missing person; the product lists those of the deciding quarter. */
const ofDeciding = (missing: readonly string[], { goal, figures }: Verdict): string[] =>
  goal === 'staff-training' && 'deciding' in figures
    ? missing.filter((key) => key.startsWith(figures.deciding)).sort()
    : [...missing].sort()

/** The displayed share is that of the quarter that the verdict names. */
function compareShare({ goal, value, figures, flags }: Verdict): void {
  if (goal !== 'staff-training' || !('quarters' in figures)) throw new TypeError(goal)
  const { due, passed, exempt, silent, ended } =
    figures.quarters.find(({ quarter }) => quarter === figures.deciding) ?? figures.quarters[0]!
  expect(value).toBe(due === 0 || (silent && ended) ? null : passed / due)
  expect(flags).toEqual(100 * exempt > 5 * (due + exempt) ? ['exempt-share-high'] : [])
}

/** Keys of the missing rows according to the product. */
async function missingKeys(
  facts: HalfYearFacts,
  verdict: Verdict,
  { today, span, year }: Moment,
): Promise<string[] | null> {
  const day = earliest(today, span.last)
  const keys = (rows: readonly MissingRow[]) => rows.map(({ key }) => key).sort()
  if (verdict.goal === 'policy-publication') return keys(await facts.missingSurfaces(day))
  if (verdict.goal === 'partner-audit') return keys(await facts.missingPartners(year, day))
  if (verdict.goal !== 'staff-training') return null
  const { deciding } = verdict.figures
  const named = quarter(year, Number(deciding.slice(-1)) as 1 | 2 | 3 | 4)
  // The label is the unit.
  return (await facts.missingStaff(named, today)).map(({ key, label }) => `${deciding} ${key} ${label}`).sort()
}

it(`agrees with a reader of every row on ${DATA_SETS} random companies`, { timeout: 600_000 }, async () => {
  const database = await openTestSqlite(temporaryFile())
  await holdOneWave(database)
  const closing = closingStore(database, { ids: { next: () => '' }, timeZone: 'Asia/Shanghai' })
  const property = fc.asyncProperty(dataSet, async (drawn) => {
    const { at, rows, asked } = drawn
    const version = await fill(database, rows, asked, at)
    const now = dawn(at.today, at.zone) + at.sinceDawn
    const facts = factSource(database, { timeZone: at.zone, rules: RULES })
    const clock = { now: () => now }
    const sealed = async (period: string) => {
      const seal = at.seals.length === 0 ? undefined : (await closing.closing(period)).seals.at(-1)
      return seal ? sealedScorecard(seal, at.zone) : null
    }
    const ports = { facts, sealed, timeZone: at.zone, clock }
    const scorecard = await buildScorecard(ports, { period: at.span.key })
    if (!scorecard.ok) throw new Error(scorecard.fault.code)
    expect(scorecard.value.ruleVersion).toBe(version)
    const expected = judge(drawn)
    const half = parsePeriod(at.span.key)
    if (!half) throw new Error(at.span.key)
    for (const published of scorecard.value.verdicts) {
      // Published figures are rounded, and the oracle counts exactly.
      const verdict = openExact(await judgeGoal({ facts, sealed }, published.goal, half, dateAt(now, at.zone)))
      expect([published.verdict, published.status, published.missing]).toEqual([
        verdict.verdict,
        verdict.status,
        verdict.missing,
      ])
      const { missing } = expected[verdict.goal]
      compare(verdict, expected[verdict.goal])
      if (missing === null || (missing.length === 0 && !verdict.missing)) continue
      const absent = ofDeciding(missing, verdict)
      // Null if nobody is due in the deciding quarter.
      expect([verdict.goal, verdict.missing ?? 0]).toEqual([verdict.goal, absent.length])
      expect(verdict.ruleVersion).toBe(version)
      expect(await missingKeys(await facts.forHalfYear(at.span.key), verdict, at)).toEqual(absent)
    }
  })
  await fc.assert(property, { numRuns: DATA_SETS })
})
