import { migratePostgresql } from '@wayproof/database/postgresql/migrate-postgresql'
import { readPostgresqlMigrations } from '@wayproof/database/postgresql/postgresql-migrations'
import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { mirrorToPostgresql } from '@wayproof/database/testing/mirror-to-postgresql'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { openEmptyPostgresql } from '@wayproof/database/testing/test-postgresql'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { buildScorecard } from '@wayproof/scorecard/build-scorecard'
import { closingStore } from '@wayproof/scorecard/closing/closing-store'
import { figureChanges } from '@wayproof/scorecard/closing/figure-change'
import { sealedScorecard } from '@wayproof/scorecard/closing/seals/sealed-scorecard'
import { verifySealsOf } from '@wayproof/scorecard/closing/testing/verify-seals-of'
import { factSource } from '@wayproof/scorecard/facts/fact-source'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { RULES } from '@wayproof/scorecard/rules'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { openSealed } from './filled-database.ts'

/*
 * The stored company sealed 2025-H2, restated it after a late exam, and sealed 2025-H1. A person of its roster left in
 * June and came back on 21 December; a leak suspected in November was confirmed in January, after the seal.
 */

const timeZone = 'Asia/Shanghai'
const period = '2025-H2'
const upgradedAt = new Date('2030-01-01T00:00:00Z')

/** The codes of the seals as that commit printed them. */
const CODES = [
  'QA5S-CHR0-BSX9-PHT1-G1J1-P9WY-NZAG',
  '2527-8PQP-RX07-JTBH-6JCE-F132-D7C2',
  'J9TV-JCES-49GY-0MKF-FNHM-V5N0-W6GH',
]

const SEALS = 'SELECT * FROM seal ORDER BY number'

let database: StoreDatabase
/** Before the upgrade. */
let stored: readonly object[]

beforeEach(async () => {
  const before = await openSealed('4a14f3b7', temporaryFile())
  onTestFinished(() => before.database.close())
  stored = await before.database.query.all<object>(SEALS)
  if (inject('engine') === 'sqlite') {
    await migrate(before.database, readMigrations(), upgradedAt)
    database = before.database
    return
  }
  const server = await openEmptyPostgresql()
  const all = readPostgresqlMigrations()
  const last = all.findIndex(({ name }) => name.endsWith(`_${before.step}`))
  expect(last).toBeGreaterThan(0)
  await migratePostgresql(server.pool, all.slice(0, last + 1), upgradedAt)
  await mirrorToPostgresql(before.database, server)
  await migratePostgresql(server.pool, all, upgradedAt)
  database = server
})

/** A scorecard on a day after the upgrade. */
async function scorecard(read: typeof buildScorecard, half = period): Promise<Scorecard> {
  const closing = closingStore(database, { ids: { next: () => '' }, timeZone })
  const sealed = async (of: string) => {
    const seal = (await closing.closing(of)).seals.at(-1)
    return seal ? sealedScorecard(seal, timeZone) : null
  }
  const facts = factSource(database, { timeZone, rules: RULES })
  const clock = { now: () => startOfDay('2026-04-01', timeZone) }
  const outcome = await read({ facts, sealed, clock, timeZone }, { period: half })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

const figuresOf = ({ verdicts }: Scorecard) => Object.fromEntries(verdicts.map(({ goal, figures }) => [goal, figures]))

test('seals of an older version are valid after the upgrade, with the codes that it printed', async () => {
  expect(await database.query.all(SEALS)).toEqual(stored)
  const { holds, seals } = await verifySealsOf(database)
  expect([holds, seals.map(({ code, faults }) => [code, faults])]).toEqual([true, CODES.map((code) => [code, []])])
  expect(await verifySealsOf(database, { code: CODES[1]! })).toMatchObject({ holds: true, paper: { number: 2 } })
})

test('a half-year keeps its sealed figures after the upgrade, and the register shows the difference', async () => {
  const sealed = await scorecard(readScorecard)
  expect(sealed).toMatchObject({ seal: { version: 2, code: CODES[1] } })
  expect(figuresOf(sealed)).toMatchObject({
    'staff-training': {
      quarters: [
        { due: 21, passed: 20 },
        { due: 21, passed: 19 },
      ],
    },
    'incident-reduction': { baselineCount: 8, currentCount: 4, undecided: 1 },
  })
  const now = await scorecard(buildScorecard)
  expect(figuresOf(now)).toMatchObject({
    'staff-training': {
      quarters: [
        { due: 20, passed: 20, notYetDue: 0 },
        { due: 20, passed: 19, notYetDue: 1 },
      ],
    },
    'incident-reduction': { baselineCount: 8, currentCount: 5, undecided: 0 },
  })
  const changes = figureChanges(sealed, now)
  expect(changes).toContainEqual({ goal: 'staff-training', figure: 'base', from: 21, to: 20 })
  expect(changes).toContainEqual({ goal: 'incident-reduction', figure: 'verdict', from: 'unknown', to: 'missed' })
})

test('a running goal of an older seal keeps its status, loses its forecast, and is not shown as changed', async () => {
  const stored = await database.query.get<{ figures: string }>("SELECT figures FROM seal WHERE period = '2025-H1'")
  expect(stored?.figures).toMatch(/"probabilityOnTrack":0/)
  const sealed = await scorecard(readScorecard, '2025-H1')
  const now = await scorecard(buildScorecard, '2025-H1')
  expect(JSON.stringify([sealed, now])).not.toMatch(/OnTrack|projectedShare|expectedTotal/)
  const statuses = ({ verdicts }: Scorecard) =>
    verdicts.filter(({ period }) => period === '2025').map(({ goal, reason, status }) => [goal, reason, status])
  expect(statuses(sealed)).toEqual([
    ['incident-reduction', 'running', 'amber'],
    ['partner-audit', 'running', 'red'],
  ])
  expect(statuses(now)).toEqual([
    ['incident-reduction', 'running', 'green'],
    ['partner-audit', 'running', 'red'],
  ])
  // Only the person who came back differs in a count; the rest has a new rules version.
  const counted = figureChanges(sealed, now).filter(({ figure }) => figure !== 'other')
  expect(counted).toEqual([{ goal: 'staff-training', figure: 'missing', from: 21, to: 20 }])
})
