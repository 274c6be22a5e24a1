import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { mirrorToPostgresql } from '@wayproof/database/testing/mirror-to-postgresql'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { quarter } from '@wayproof/kernel/calendar/period'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildScorecard } from '../build-scorecard.ts'
import { listMeasures } from '../measures/list-measures.ts'
import { RULES } from '../rules.ts'
import { NO_SEALS } from '../testing/no-seals.ts'
import { dawn } from '../testing/oracle/calendar.ts'
import { type DataSet, dataSet } from '../testing/oracle/data-set.ts'
import { fill, holdOneWave } from '../testing/oracle/fill.ts'
import { factSource } from './fact-source.ts'

/** The oracle judges 5,000 companies on SQLite; this compares as many as COMPANIES_ON_POSTGRESQL says. */
const COMPANIES = Number(process.env.COMPANIES_ON_POSTGRESQL ?? 50)

/** The scorecard and the indicators of a half-year, with the missing rows. */
async function figuresOf(database: QueryDatabase, { at }: DataSet) {
  const facts = factSource(database, { timeZone: at.zone, rules: RULES })
  const clock = { now: () => dawn(at.today, at.zone) + at.sinceDawn }
  const ports = { facts, ...NO_SEALS, timeZone: at.zone, clock }
  const counts = await facts.forHalfYear(at.span.key)
  const last = quarter(at.year, at.half === 1 ? 2 : 4)
  return {
    scorecard: await buildScorecard(ports, { period: at.span.key }),
    measures: await listMeasures(ports, { period: at.span.key }),
    units: await counts.trainingByUnit(last, at.today),
    staff: await counts.missingStaff(last, at.today),
    surfaces: await counts.missingSurfaces(at.today),
    partners: await counts.missingPartners(at.year, at.today),
    leaks: await counts.leaks(at.year, at.today),
    months: await counts.incidentMonths(`${at.year - 1}-01`, `${at.year}-12`),
  }
}

test(`${COMPANIES} random companies get the same figures on PostgreSQL as on SQLite`, {
  timeout: 3_600_000,
}, async () => {
  const sqlite = await openTestSqlite(temporaryFile())
  const postgresql = await openTestPostgresql()
  await holdOneWave(sqlite)
  const property = fc.asyncProperty(dataSet, async (company) => {
    await fill(sqlite, company.rows, company.asked, company.at)
    await mirrorToPostgresql(sqlite, postgresql)
    expect(await figuresOf(postgresql, company)).toEqual(await figuresOf(sqlite, company))
  })
  await fc.assert(property, { numRuns: COMPANIES })
})
